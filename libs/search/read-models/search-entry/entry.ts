import { indexedWords, type CalendarDate, type DomainEvent, type Recorded } from '#platform/kernel';
import { streamId, type Fold } from '#platform/projections';
import { filterTerm } from '../../domain/filter-terms.js';
import { wordsOfDay } from '../../domain/words.js';
import { idOf, keyOf, type AboutKind, type SearchKind, type SearchRow } from './search-entry.entity.js';

/** Values of an entry from a fold; its search terms are derived from them. */
export interface EntryValues<Kind extends SearchKind> {
  readonly title: string;
  readonly day: CalendarDate | null;
  readonly about: AboutKind[Kind];
}

/** Creates or replaces the entry of the event's own stream. */
export const begin = <Kind extends SearchKind, E extends DomainEvent>(
  kind: Kind,
  valuesOf: (event: Recorded<E>) => EntryValues<Kind>,
): Fold<E, SearchRow> => ({
  rows: (event) => [keyOf(kind, streamId(event))],
  fold: (_, event, key) => entry(key, event.tenant, kind, valuesOf(event)),
});

/** Changes the entry, if it exists. */
export const change = <Kind extends SearchKind, E extends DomainEvent>(
  kind: Kind,
  changesOf: (was: SearchRow<Kind>, data: E['data']) => Partial<EntryValues<Kind>>,
): Fold<E, SearchRow> => ({
  rows: (event) => [keyOf(kind, streamId(event))],
  fold: (row, event) => {
    const was = row as SearchRow<Kind> | undefined;
    if (!was) return undefined;
    const { key, tenant, title, day, about } = was;
    return entry(key, tenant, kind, { title, day, about, ...changesOf(was, event.data) });
  },
});

export const entry = <Kind extends SearchKind>(
  key: string,
  tenant: string,
  kind: Kind,
  { title, day, about }: EntryValues<Kind>,
): SearchRow<Kind> => new Entry(key, tenant, kind, title, day, about);

/** Derives its search terms when they are read: most entries change several times before they are written. */
class Entry<Kind extends SearchKind> implements SearchRow<Kind> {
  constructor(
    readonly key: string,
    readonly tenant: string,
    readonly kind: Kind,
    readonly title: string,
    readonly day: CalendarDate | null,
    readonly about: AboutKind[Kind],
  ) {}

  get words(): readonly string[] {
    const found = [
      ...FOUND_BY[this.kind](this, idOf(this)),
      filterTerm.tenant(this.tenant),
      filterTerm.kind(this.kind),
      ...(this.day ? [filterTerm.year(this.day.slice(0, 4))] : []),
    ];
    return [...new Set(found)].toSorted();
  }
}

const FOUND_BY: { readonly [Kind in SearchKind]: (values: EntryValues<Kind>, id: string) => readonly string[] } = {
  unit: ({ title, about }, id) => [...indexedWords(title), ...indexedWords(about.area ?? ''), id],
  service: ({ title }) => indexedWords(title),
  person: ({ title, about }) => [...indexedWords(title), ...indexedWords(about.jobTitle ?? '')],
  meeting: ({ day, about }) => [
    ...wordsOfDay(day!),
    ...about.unitIds.map(filterTerm.unit),
    ...[...about.calledIds, ...about.participantIds].map(filterTerm.called),
    ...about.participantIds.map(filterTerm.tookPart),
    ...(about.state === 'filed' ? [] : [filterTerm.unfiled]),
  ],
  protocol: ({ day, about }, id) => [
    ...wordsOfDay(day!),
    ...about.lines.flatMap(indexedWords),
    ...about.unitIds.map(filterTerm.unit),
    filterTerm.meeting(id),
  ],
  action: ({ title, about }) => [
    ...indexedWords(title),
    ...about.unitIds.map(filterTerm.unit),
    ...present([about.ownerServiceId, ...about.helpingServiceIds]).map(filterTerm.service),
    ...present([about.ownerId, ...about.helperIds, about.offeredTo]).map(filterTerm.works),
    filterTerm.meeting(about.meetingId),
  ],
};

const present = (ids: readonly (string | null)[]): readonly string[] => ids.filter((id) => id !== null);
