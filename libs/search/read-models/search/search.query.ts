import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Asker } from '#platform/identity';
import {
  beginningsOf,
  holdsNationalNumber,
  isNear,
  refuse,
  wordsTyped,
  type CalendarDate,
  type Refused,
} from '#platform/kernel';
import { Directory } from '#registry/contract';
import { filterTerm } from '../../domain/filter-terms.js';
import { beginning, oneOf, word, type Alternative, type IndexQuery } from '../../domain/index-query.js';
import { unitsMeant } from '../../domain/units-meant.js';
import { idOf, type SearchKind } from '../search-entry/search-entry.entity.js';
import type { SearchAnswer, SearchQuery } from './search.dto.js';
import { FoundEntries, type Keys } from './found-entries.js';
import { visibleTo, type VisibleByKind } from './visible-entries.js';
import { SearchIndex } from './search-index.js';

/** Most words of a query; the rest are ignored. */
const MOST_WORDS = 8;
/** Most names that one mistyped word is matched with. */
const MOST_NEAR = 20;
const ALL_UNITS = 1_000;
/** From last year to next year: searched first. */
const LATEST_YEARS = [-1, 0, 1] as const;

/** Units, services, people, meetings, protocols and actions by words, within the asker's rights. */
export class Search extends Query<SearchAnswer | Refused<'SEARCH_FOR_NATIONAL_NUMBER'>> {
  constructor(
    readonly query: SearchQuery,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(Search)
export class SearchHandler implements IQueryHandler<Search> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
  ) {}

  async execute({ query: { text, limit }, asker }: Search) {
    if (holdsNationalNumber(text)) return refuse('SEARCH_FOR_NATIONAL_NUMBER');
    const words = wordsTyped(text).slice(0, MOST_WORDS);
    return this.readSide.in(asker.tenant, async (rows) => {
      const index = new SearchIndex(rows, asker.tenant);
      const reaches = await visibleTo(asker, this.directory, index);
      const answer = (keys: Keys) => new FoundEntries(index, words, asker.today, limit).answer(keys);
      if (words.length === 0) return answer(NOTHING);
      const context = { words, reaches, limit, today: asker.today };
      const begun = words.map((it) => beginningsOf(it).map(beginning));
      const keys = await keysOf(index, { ...context, begun });
      if (Object.values(keys).some(({ length }) => length > 0)) return answer(keys);
      // No results: a name may be mistyped.
      const names = await index.namesWords();
      const near = words.map((it, i) => [
        ...begun[i]!,
        ...names
          .filter((name) => isNear(it, name))
          .slice(0, MOST_NEAR)
          .map(word),
      ]);
      return answer(await keysOf(index, { ...context, begun: near }));
    });
  }
}

const NOTHING: Keys = { unit: [], service: [], person: [], meeting: [], protocol: [], action: [] };

/** Kinds identified by name: whole words come first. */
const NAMED = ['unit', 'service', 'person'] as const;
/** Kinds with a day: latest first, so most queries are answered within the latest years. */
const DATED = ['meeting', 'protocol', 'action'] as const;

/** One key more than the limit of each kind, to show that there are more. */
async function keysOf(
  index: SearchIndex,
  {
    words,
    begun,
    reaches,
    limit,
    today,
  }: {
    words: readonly string[];
    /** For each word its possible replacements. */
    begun: IndexQuery;
    reaches: VisibleByKind;
    limit: number;
    today: CalendarDate;
  },
): Promise<Keys> {
  const most = limit + 1;
  const within = (kind: SearchKind): IndexQuery => (reaches[kind] === 'all' ? [] : [reaches[kind]]);
  const named = (made: IndexQuery) => NAMED.map((kind) => ({ kind, sought: [...made, ...within(kind)], most }));
  const units = await index.keys(begun.map((word) => ({ kind: 'unit', sought: [word], most: ALL_UNITS })));
  // A word may match the item itself or the name of its unit.
  const meant = unitsMeant(units.map((keys) => keys.map((key) => idOf({ key }))));
  const met = begun.map((word, i) => [...word, ...oneOf(meant[i]!.map(filterTerm.unit))]);
  // Users who may read protocols find a filed meeting as its protocol.
  const readsProtocols = reaches.protocol === 'all' || reaches.protocol.length > 0;
  const dated = (also: IndexQuery) =>
    DATED.map((kind) => {
      const unfiled = kind === 'meeting' && readsProtocols ? [oneOf([filterTerm.unfiled])] : [];
      return { kind, sought: [...met, ...unfiled, ...within(kind), ...also], most };
    });
  const found = await index.keys([
    ...named(words.map((text) => [word(text)])),
    ...named(begun),
    ...dated([latest(today)]),
  ]);
  const [exact, more, recent] = [found.slice(0, 3), found.slice(3, 6), found.slice(6)];
  // Too few results in the latest years: search all years.
  const older = dated([]).map((question, i) => (recent[i]!.length < most ? question : { ...question, sought: [[]] }));
  const whole = await index.keys(older);
  const dates = recent.map((keys, i) => (keys.length < most ? whole[i]! : keys));
  const names = exact.map((keys, i) => [...new Set([...keys, ...more[i]!])].slice(0, most));
  return {
    unit: names[0]!,
    service: names[1]!,
    person: names[2]!,
    meeting: dates[0]!,
    protocol: dates[1]!,
    action: dates[2]!,
  };
}

const latest = (today: CalendarDate): readonly Alternative[] =>
  oneOf(LATEST_YEARS.map((years) => filterTerm.year(Number(today.slice(0, 4)) + years)));
