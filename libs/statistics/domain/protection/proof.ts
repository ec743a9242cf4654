import { smallCells } from './small-numbers.js';
import type { Pattern, Table } from './table.js';

/**
 * Whether possible tables that would have got the same pattern leave each small number at least k − 1 values: then it
 * has as many for an attacker who knows all that is shown, and for one who also knows the rule and keeps only tables for
 * which the rule chooses the same pattern.
 *
 * `possible` may depend on nothing that the pattern hides. The tables that count are the largest set in which the small
 * numbers of each table have k − 1 values within the set; so each of them passes this proof as well, and would indeed
 * have got this pattern.
 */
export function isProven(
  table: Table,
  pattern: Pattern,
  k: number,
  possible: Iterable<Table>,
  getsTheSame: (other: Table) => boolean,
): boolean {
  const small = smallCells(table, k);
  if (small.length === 0) return true;
  const found = new ValuesFound(pattern, k);
  let waitFor = 0;
  for (const other of possible) {
    if (!getsTheSame(other)) continue;
    found.add(other);
    if (found.tables < waitFor || !found.covers(small)) continue;
    if (found.closed().covers(small)) return true;
    waitFor = found.tables * 1.5;
  }
  return found.closed().covers(small);
}

/** Values that hidden cells have in a set of tables, k − 1 of each at most. */
class ValuesFound {
  readonly #hidden: readonly number[];
  readonly #values: readonly Set<number>[];
  readonly #tables: Table[] = [];

  constructor(
    readonly pattern: Pattern,
    readonly k: number,
  ) {
    this.#hidden = pattern.flatMap((hidden, cell) => (hidden ? [cell] : []));
    this.#values = pattern.map(() => new Set<number>());
  }

  get tables(): number {
    return this.#tables.length;
  }

  add(table: Table): void {
    this.#tables.push(table);
    for (const cell of this.#hidden) {
      const values = this.#values[cell]!;
      if (values.size < this.k - 1) values.add(table.cells[cell]!.value);
    }
  }

  covers(cells: readonly number[]): boolean {
    return cells.every((cell) => this.#values[cell]!.size >= this.k - 1);
  }

  /** The largest subset that covers the small cells of all its tables. */
  closed(): ValuesFound {
    const left = new ValuesFound(this.pattern, this.k);
    for (const table of this.#tables) if (this.covers(smallCells(table, this.k))) left.add(table);
    return left.tables === this.tables ? left : left.closed();
  }
}
