import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { currentLanguage } from '../../../frame/language.js';
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

/** The draft as the API answers it, with names, proposals and what is missing. */
export type DraftAnswer = Answer<'/api/meetings/{meetingId}/draft'>;
/** An action from before as it stands in the list of actions; when it is due is not known while a protocol is put right. */
export type OpenAction = Omit<DraftAnswer['openActions'][number], 'dueOn'> & { readonly dueOn: Day | null };
/** The same, typed as the page writes it. */
export type ServerAnswer = Omit<DraftAnswer, 'draft' | 'openActions'> & {
  readonly draft: Draft;
  readonly openActions: readonly OpenAction[];
  /** Revision of the meeting that a filed protocol was read at: its correction is refused where it has moved on. */
  readonly matches?: string;
};
export type NamedPerson = DraftAnswer['people'][number];

export interface Editing {
  readonly store: DraftStore<ServerAnswer>;
  readonly writers: Writers;
  readonly meetingId: string;
  readonly meetingOn: Day;
  /** The planned start. */
  readonly startsAt: string;
  readonly today: Day;
  /** Days are written with their year then: rows that read nothing else are drawn again. */
  readonly isPrinting: boolean;
  /** The unit whose people and services are nearest. */
  readonly unitId: string;
  /** Names that are no child's: the unit's, the municipality's. */
  readonly known: readonly string[];
  /** True when filing was tried: from then on, fields say what they lack. */
  readonly tried: boolean;
  readonly nameOf: (personId: string | null) => NamedPerson | undefined;
  /** People picked since the server answered last. */
  readonly remember: (person: NamedPerson) => void;
  readonly serviceNameOf: (serviceId: string) => string | undefined;
  /** Services picked since the server answered last. */
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

/** Names for the ids that a draft holds. */
export function useNames(): Names {
  const { t } = useTranslation('meeting');
  const { nameOf, serviceNameOf } = useEditing();
  return {
    person: (personId) => nameOf(personId)?.name ?? t('person.unknown'),
    service: (serviceId) => serviceNameOf(serviceId) ?? t('more.unknownService'),
  };
}

/** What of the draft this component shows: it is drawn again only when that changes. */
export function useShown<T>(pick: (shown: Shown<ServerAnswer>) => T): T {
  const { store } = useEditing();
  return useSyncExternalStore(store.subscribe, () => pick(store.snapshot()));
}
export const useDraftField = <F extends keyof Draft>(field: F): Draft[F] =>
  useShown(({ writing }) => writing.mine[field]);
/** The day the meeting was held, or stands planned for: people are chosen among those at work on it. */
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
/** What is missing in what is shown; counted once, however many fields ask. */
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

/** The rule that the field at `at` breaks, once filing was tried. */
export function useFault(at: string): string | undefined {
  const editing = useEditing();
  return useShown((shown) => (editing.tried ? missingIn(shown, editing).find((it) => it.at === at)?.rule : undefined));
}
export const useConflict = (at: string): Conflict | undefined =>
  useShown(({ writing }) => writing.conflicts.find((it) => it.at === at));

/** First names of the others who are in the field at `at` now. */
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
