import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { currentLanguage } from '../../../words/language.js';
import type { Answer } from '../../../api/reads.js';
import type { Day } from '../../../words/typed/days.js';
import type { Names } from '../action-in-words.js';
import type { Draft, ListName, RowOf } from '../draft/draft.js';
import { proposedPlaces } from '../draft/classification.js';
import { withRow } from '../draft/draft.js';
import type { DraftStore, Shown } from '../draft/draft-store.js';
import type { Conflict } from '../draft/writing.js';
import { proposalsTogether, whatIsMissing, type Missing } from '../missing/missing.js';
import type { Writers } from './writers.js';

/** The draft in the API's answer, with names, proposals and missing fields. */
export type DraftAnswer = Answer<'/api/meetings/{meetingId}/draft'>;
/** An earlier action as in the list of actions; its due date is unknown during a correction. */
export type OpenAction = Omit<DraftAnswer['openActions'][number], 'dueOn'> & { readonly dueOn: Day | null };
/** The same with the page's types. */
export type ServerAnswer = Omit<DraftAnswer, 'draft' | 'openActions'> & {
  readonly draft: Draft;
  readonly openActions: readonly OpenAction[];
  /** Revision of the meeting at which a filed protocol was read: its correction is refused if it has changed. */
  readonly matches?: string;
};
/** A person in the API's answer, or one chosen since, whose role is a plain code. */
export type NamedPerson = Omit<DraftAnswer['people'][number], 'role'> & { readonly role: string | null };

export interface Editing {
  readonly store: DraftStore<ServerAnswer>;
  readonly writers: Writers;
  readonly meetingId: string;
  readonly meetingOn: Day;
  /** The planned start. */
  readonly startsAt: string;
  readonly today: Day;
  /** Dates in print include the year: rows that depend on nothing else are rendered again. */
  readonly isPrinting: boolean;
  /** The unit whose people and services are listed first. */
  readonly unitId: string;
  /** Names that do not belong to a child: the unit's, the municipality's. */
  readonly known: readonly string[];
  /** True after an attempt to file: from then on, fields show what is missing. */
  readonly tried: boolean;
  readonly nameOf: (personId: string | null) => NamedPerson | undefined;
  /** Stores people chosen since the last answer. */
  readonly remember: (person: NamedPerson) => void;
  readonly serviceNameOf: (serviceId: string) => string | undefined;
  /** Stores services chosen since the last answer. */
  readonly rememberService: (service: { readonly serviceId: string; readonly name: string }) => void;
}

const EditingContext = createContext<Editing | undefined>(undefined);
export const EditingProvider = EditingContext;
/** Only within an editor. */
export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (!editing) throw new Error('Nothing is edited here');
  return editing;
}

/** Names for the ids in a draft. */
export function useNames(): Names {
  const { t } = useTranslation('meeting');
  const { nameOf, serviceNameOf } = useEditing();
  return {
    person: (personId) => nameOf(personId)?.name ?? t('person.unknown'),
    service: (serviceId) => serviceNameOf(serviceId) ?? t('more.unknownService'),
  };
}

/** The part of the draft that this component shows: it renders only when that changes. */
export function useShown<T>(pick: (shown: Shown<ServerAnswer>) => T): T {
  const { store } = useEditing();
  return useSyncExternalStore(store.subscribe, () => pick(store.snapshot()));
}
export const useDraftField = <F extends keyof Draft>(field: F): Draft[F] =>
  useShown(({ writing }) => writing.mine[field]);
/** The day the meeting was held or is planned for: people are chosen among those at work on it. */
export function useMeetingDay(): Day {
  const { meetingOn } = useEditing();
  return useDraftField('heldOn') ?? meetingOn;
}

/** Writes fields of one row. */
export function useRowWriter<L extends ListName>(list: L, id: string): (fields: Partial<RowOf<L>>) => void {
  const { store } = useEditing();
  return useCallback((fields) => store.edit((draft) => withRow(draft, list, id, fields)), [store, list, id]);
}

const computed = new WeakMap<object, readonly Missing[]>();
/** Missing fields of the shown draft; computed once, however many fields use it. */
export function missingIn(
  shown: Shown<ServerAnswer>,
  { today, startsAt }: Pick<Editing, 'today' | 'startsAt'>,
): readonly Missing[] {
  const known = computed.get(shown);
  if (known) return known;
  const { writing, server } = shown;
  const all = whatIsMissing(writing.mine, { draft: server.draft, missing: server.missing }, today, startsAt);
  const missing = proposalsTogether(all, proposedPlaces(writing.mine.actions, server.proposed));
  computed.set(shown, missing);
  return missing;
}

/** The rule that the field at `at` breaks, after an attempt to file. */
export function useFault(at: string): string | undefined {
  const editing = useEditing();
  return useShown((shown) => (editing.tried ? missingIn(shown, editing).find((it) => it.at === at)?.rule : undefined));
}
export const useConflict = (at: string): Conflict | undefined =>
  useShown(({ writing }) => writing.conflicts.find((it) => it.at === at));

/** First names of the other users in the field at `at`. */
export function useWritersAt(at: string): string {
  const { writers } = useEditing();
  return useSyncExternalStore(writers.subscribe, () =>
    listed(
      writers
        .snapshot()
        .filter(({ field }) => field === at)
        .map(({ name }) => name.split(' ')[0]),
      currentLanguage(),
    ),
  );
}
