import { getHeapStatistics } from 'node:v8';
import type { DataSource, EntityManager } from 'typeorm';
import type { FactTable } from './fact-tables.js';
import { RememberedTable, type Chunk, type Days, type KnownRows } from './remembered-table.js';
import { readSeenTables, type SeenTables } from './seen-tables.js';

/** Bytes of memory for each character of a row's text, roughly. */
const BYTES_A_CHARACTER = 4;
/** Facts of one question each, with what was computed of them. */
const MOST_MADE = 16;
/** An eighth of the process's memory. */
const MOST_CHARACTERS = Math.round(getHeapStatistics().heap_size_limit / 8 / BYTES_A_CHARACTER);

/**
 * Rows of facts that this process has read, of every tenant, so that a question reads those that have changed since. When
 * they take too much memory, those used longest ago are dropped.
 */
export class RememberedFacts {
  readonly #tables = new Map<string, RememberedTable>();
  readonly #made = new Map<string, unknown>();
  #uses = 0;

  constructor(private readonly mostCharacters = MOST_CHARACTERS) {}

  /** The rows of a tenant that matter for the days (left out: all), as the transaction sees them. */
  async rows<Fact extends object>(
    tables: EntityManager,
    tenant: string,
    table: FactTable<Fact>,
    seen: SeenTables,
    days?: Days,
  ): Promise<KnownRows<Fact>> {
    const remembered = this.#of(tenant, table);
    const use = (chunk: Chunk) => {
      chunk.usedAt = this.#uses += 1;
    };
    const of = (known: SeenTables) => remembered.rows(tables, known.get(table.name)!, days, use);
    // Another question may have read later rows meanwhile; this one sees them too, unless it is of an earlier moment.
    const known = (await of(seen)) ?? (await of((await readSeenTables(tables, tenant, [table])).seen));
    this.#dropUnused();
    if (known) return known;
    const rows = await remembered.rowsUnremembered(tables, days);
    return { rows, position: seen.get(table.name)!.position };
  }

  /**
   * Returns what was made of rows before, by what it was made of. `make` also says whether it was made of these rows,
   * and not of later ones.
   */
  async once<T>(key: string, make: () => Promise<{ readonly made: T; readonly isExact: boolean }>): Promise<T> {
    const known = this.#made.get(key) as T | undefined;
    if (known !== undefined) {
      this.#made.delete(key);
      this.#made.set(key, known);
      return known;
    }
    const { made, isExact } = await make();
    if (isExact) this.#made.set(key, made);
    for (const oldest of this.#made.keys()) {
      if (this.#made.size <= MOST_MADE) break;
      this.#made.delete(oldest);
    }
    return made;
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

const bySource = new WeakMap<DataSource, RememberedFacts>();

/** The facts that this process remembers of a database. */
export function rememberedFacts({ connection }: EntityManager): RememberedFacts {
  const known = bySource.get(connection) ?? new RememberedFacts();
  bySource.set(connection, known);
  return known;
}
