import type { EntityManager } from 'typeorm';
import {
  firstDayOfSchoolYear,
  lastDayOfSchoolYear,
  schoolYearOf,
  type CalendarDate,
  type SchoolYear,
} from '#platform/kernel';
import type { Period } from '../contract/index.js';
import type { FactTable } from './fact-tables.js';
import { RememberedRow, type SentRow } from './remembered-row.js';

/** Days of a question, both included. */
export type Days = Pick<Period, 'from' | 'to'>;

/** How far a transaction sees a table of a tenant. */
export interface Seen {
  /** Another one after a rebuild of the read model. */
  readonly table: string;
  /** Of the last event that changed a row; 0 without any row. */
  readonly position: bigint;
}

/** Rows as of the event at a position. */
export interface KnownRows<Fact extends object> {
  readonly rows: readonly RememberedRow<Fact>[];
  readonly position: bigint;
}

/** Rows that matter for days of one school year; of a table without days, all rows. */
export interface Chunk {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly rows: Map<string, RememberedRow>;
  characters: number;
  /** Greater is later. */
  usedAt: number;
}

const ALWAYS: Days = { from: '' as CalendarDate, to: '9999-12-31' as CalendarDate };

/**
 * The rows of one table of one tenant that this process has read, by school year. They are brought up to what a
 * transaction sees by reading the rows that have changed since: folds never remove a row of facts, and a tenant's events
 * are taken in order, so that a later change has a higher position.
 */
export class RememberedTable<Fact extends object = object> {
  readonly chunks = new Map<string, Chunk>();
  #table = '';
  #position = 0n;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly tenant: string,
    private readonly of: FactTable<Fact>,
  ) {}

  /**
   * The rows that matter for the days, as the transaction sees them now, which may be further than it did; undefined when
   * this process knows later ones. `use` marks the chunks as used.
   */
  async rows(
    tables: EntityManager,
    seen: Seen,
    days: Days | undefined,
    use: (chunk: Chunk) => void,
  ): Promise<KnownRows<Fact> | undefined> {
    const parts = this.#partsOf(days);
    if (this.#knows(seen, parts)) return this.#select(parts, days ?? ALWAYS, use);
    // One after the other, so that several questions at once do not all read the same rows.
    const turn = this.#turn
      .catch(() => undefined)
      .then(async () => {
        if (!(await this.#read(tables, seen, parts))) return undefined;
        return this.#select(parts, days ?? ALWAYS, use);
      });
    this.#turn = turn;
    return turn;
  }

  /** The same rows from the database, past what this process remembers. */
  async rowsUnremembered(tables: EntityManager, days: Days | undefined): Promise<readonly RememberedRow<Fact>[]> {
    const rows = await this.#query(tables, during(days ?? ALWAYS, this.of));
    return rows.map((row) => new RememberedRow<Fact>(row));
  }

  #knows(seen: Seen, parts: readonly Part[]): boolean {
    return (
      this.#table === seen.table && this.#position === seen.position && parts.every(({ key }) => this.chunks.has(key))
    );
  }

  /** Reads what is missing. False when this process knows later rows than the transaction sees. */
  async #read(tables: EntityManager, { table, position }: Seen, parts: readonly Part[]): Promise<boolean> {
    if (this.#table !== table || this.chunks.size === 0) {
      this.chunks.clear();
      this.#table = table;
      this.#position = position;
    }
    if (this.#position > position) return false;
    if (this.#position < position) await this.#readChanges(tables);
    let isBehind = false;
    for (const part of parts) {
      if (this.chunks.has(part.key)) continue;
      const rows = await this.#query(tables, during(part, this.of));
      const chunk: Chunk = { from: part.from, to: part.to, rows: new Map(), characters: 0, usedAt: 0 };
      for (const row of rows) {
        put(chunk, new RememberedRow(row));
        isBehind ||= row.position > this.#position;
      }
      this.chunks.set(part.key, chunk);
    }
    // Events that were taken between two statements: all chunks are brought to one position.
    if (isBehind) await this.#readChanges(tables);
    return true;
  }

  async #readChanges(tables: EntityManager): Promise<void> {
    const changed = await this.#query(tables, { condition: 'position > $2', values: [this.#position] });
    for (const row of changed) {
      if (row.position > this.#position) this.#position = row.position;
      this.#replace(new RememberedRow(row));
    }
  }

  #replace(row: RememberedRow): void {
    for (const chunk of this.chunks.values()) {
      const known = chunk.rows.get(row.subject);
      if (matters(row, chunk)) put(chunk, row);
      else if (known) {
        chunk.rows.delete(row.subject);
        chunk.characters -= known.characters;
      }
    }
  }

  #select(parts: readonly Part[], days: Days, use: (chunk: Chunk) => void): KnownRows<Fact> {
    const rows: RememberedRow<Fact>[] = [];
    for (const [nr, { key, from }] of parts.entries()) {
      const chunk = this.chunks.get(key)!;
      use(chunk);
      // What began before a later school year is among the rows of an earlier one.
      const isWhole = nr === 0 && days.from <= chunk.from && chunk.to <= days.to;
      for (const row of chunk.rows.values())
        if (isWhole || ((nr === 0 || row.firstOn >= from) && matters(row, days))) rows.push(row as RememberedRow<Fact>);
    }
    return { rows, position: this.#position };
  }

  #partsOf(days: Days | undefined): readonly Part[] {
    if (!days || !this.of.isDated) return [{ key: 'all', ...ALWAYS }];
    const parts: Part[] = [];
    for (let year = schoolYearOf(days.from); year <= schoolYearOf(days.to); year = (year + 1) as SchoolYear)
      parts.push({ key: String(year), from: firstDayOfSchoolYear(year), to: lastDayOfSchoolYear(year) });
    return parts;
  }

  #query(tables: EntityManager, { condition, values }: Condition): Promise<SentRow[]> {
    const days = this.of.isDated ? 'first_on as "firstOn", last_on as "lastOn"' : 'null as "firstOn", null as "lastOn"';
    return tables.query<SentRow[]>(
      `select subject, position, (extract(epoch from since) * 1000)::float8 as since, fact::text, earlier::text, ${days}
       from ${this.of.name} where tenant = $1 and ${condition}`,
      [this.tenant, ...values],
    );
  }
}

interface Part extends Days {
  readonly key: string;
}
interface Condition {
  readonly condition: string;
  readonly values: readonly unknown[];
}

const during = ({ from, to }: Days, { isDated }: FactTable): Condition =>
  isDated
    ? { condition: 'first_on <= $3 and (last_on is null or last_on >= $2)', values: [from, to] }
    : { condition: 'true', values: [] };

const matters = ({ firstOn, lastOn }: RememberedRow, { from, to }: Days): boolean =>
  firstOn <= to && (lastOn === null || lastOn >= from);

function put(chunk: Chunk, row: RememberedRow): void {
  chunk.characters += row.characters - (chunk.rows.get(row.subject)?.characters ?? 0);
  chunk.rows.set(row.subject, row);
}
