import { In, type EntityManager } from 'typeorm';
import { filterTerm } from '../../domain/filter-terms.js';
import { asTsquery, oneOf, type IndexQuery } from '../../domain/index-query.js';
import { SearchRow, type SearchKind } from '../search-entry/search-entry.entity.js';

export interface Question {
  readonly kind: SearchKind;
  readonly sought: IndexQuery;
  readonly most: number;
}

/** Runs every query in one round trip; returns each one's keys in order. */
const ASKED = `
select question.nr::int as nr, found.key
from unnest($1::text[], $2::text[], $3::int[]) with ordinality as question(kind, sought, most, nr)
cross join lateral search_found(question.kind, question.sought::tsquery, question.most) with ordinality as found(key, place)
order by question.nr, found.place`;

const NAMES_WORDS = `
select distinct word from search_entry cross join unnest(words) as word
where tenant = $1 and kind in ('unit', 'service', 'person') and word ~ '^[^#~0-9]'`;

/** Queries to the index, within one read of one municipality. */
export class SearchIndex {
  constructor(
    private readonly rows: EntityManager,
    private readonly tenant: string,
  ) {}

  /**
   * For each query the keys of the matching entries: latest first, those without a day by title. A query with a part
   * that has no alternative matches nothing.
   */
  async keys(questions: readonly Question[]): Promise<readonly (readonly string[])[]> {
    const answerable = questions.filter(({ sought }) => sought.every((alternatives) => alternatives.length > 0));
    const found = await this.found(answerable);
    return questions.map((question) => found.flatMap(({ nr, key }) => (answerable[nr - 1] === question ? [key] : [])));
  }

  /** The entries themselves, by key. */
  async entries(keys: readonly string[]): Promise<ReadonlyMap<string, SearchRow>> {
    if (keys.length === 0) return new Map();
    const rows = await this.rows.find(SearchRow, { where: { key: In([...new Set(keys)]) } });
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Every word in the names of units, services and people, once. */
  async namesWords(): Promise<readonly string[]> {
    const rows = await this.rows.query<{ word: string }[]>(NAMES_WORDS, [this.tenant]);
    return rows.map(({ word }) => word);
  }

  private async found(questions: readonly Question[]): Promise<{ nr: number; key: string }[]> {
    if (questions.length === 0) return [];
    const here = ({ kind }: Question): IndexQuery => [
      oneOf([filterTerm.tenant(this.tenant)]),
      oneOf([filterTerm.kind(kind)]),
    ];
    return this.rows.query(ASKED, [
      questions.map(({ kind }) => kind),
      questions.map((question) => asTsquery([...question.sought, ...here(question)])),
      questions.map(({ most }) => most),
    ]);
  }
}
