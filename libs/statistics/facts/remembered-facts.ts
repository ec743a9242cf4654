import { getHeapStatistics } from 'node:v8';
import type { DataSource, EntityManager } from 'typeorm';
import type { FactTable } from './fact-tables.js';
import type { RememberedRow } from './remembered-row.js';
import { RememberedTable, type Chunk, type Days, type Seen } from './remembered-table.js';

/** Bytes of memory for each character of a row's text, roughly. */
const BYTES_A_CHARACTER = 4;
/** An eighth of the process's memory. */
const MOST_CHARACTERS = Math.round(getHeapStatistics().heap_size_limit / 8 / BYTES_A_CHARACTER);

/**
 * Rows of facts that this process has read, of every tenant, so that a question reads those that have changed since. When
 * they take too much memory, those used longest ago are dropped.
 */
export class RememberedFacts {
  readonly #tables = new Map<string, RememberedTable>();
  #uses = 0;

  constructor(private readonly mostCharacters = MOST_CHARACTERS) {}

  /** How far the transaction sees these tables of the tenant, by their names. */
  async seenBy(tables: EntityManager, tenant: string, which: readonly FactTable[]): Promise<ReadonlyMap<string, Seen>> {
    const rows = await tables.query<(Seen & { readonly name: string })[]>(which.map(seen).join(' union all '), [
      tenant,
    ]);
    return new Map(rows.map(({ name, ...seen }) => [name, seen]));
  }

  /** The rows of a tenant that matter for the days (left out: all), as the transaction sees them. */
  async rows<Fact extends object>(
    tables: EntityManager,
    tenant: string,
    table: FactTable<Fact>,
    seen: ReadonlyMap<string, Seen>,
    days?: Days,
  ): Promise<readonly RememberedRow<Fact>[]> {
    const remembered = this.#of(tenant, table);
    const use = (chunk: Chunk) => {
      chunk.usedAt = this.#uses += 1;
    };
    const of = (known: ReadonlyMap<string, Seen>) => remembered.rows(tables, known.get(table.name)!, days, use);
    // Another question may have read later rows meanwhile; this one sees them too, unless it is of an earlier moment.
    const rows = (await of(seen)) ?? (await of(await this.seenBy(tables, tenant, [table])));
    this.#dropUnused();
    return rows ?? (await remembered.rowsUnremembered(tables, days));
  }

  #of<Fact extends object>(tenant: string, table: FactTable<Fact>): RememberedTable<Fact> {
    const key = `${tenant}/${table.name}`;
    const known = this.#tables.get(key) ?? new RememberedTable(tenant, table);
    this.#tables.set(key, known);
    return known as RememberedTable<Fact>;
  }

  #dropUnused(): void {
    const chunks: { readonly table: RememberedTable; readonly key: string; readonly chunk: Chunk }[] = [];
    let characters = 0;
    for (const table of this.#tables.values())
      for (const [key, chunk] of table.chunks) {
        chunks.push({ table, key, chunk });
        characters += chunk.characters;
      }
    if (characters <= this.mostCharacters) return;
    for (const { table, key, chunk } of chunks.toSorted((a, b) => a.chunk.usedAt - b.chunk.usedAt)) {
      table.chunks.delete(key);
      characters -= chunk.characters;
      if (characters <= this.mostCharacters) return;
    }
  }
}

const seen = ({ name }: FactTable): string =>
  `select '${name}' as name, '${name}'::regclass::oid::text as "table",
     (select max(position) from ${name} where tenant = $1) as position`;

const bySource = new WeakMap<DataSource, RememberedFacts>();

/** What this process remembers of a database. */
export function rememberedFacts({ connection }: EntityManager): RememberedFacts {
  const known = bySource.get(connection) ?? new RememberedFacts();
  bySource.set(connection, known);
  return known;
}
