import { Circulation } from './circulation.js';
import { isSmall, smallCells } from './small-numbers.js';
import { canBeHidden, type Pattern, type Table } from './table.js';

/** Patterns looked at before the search is given up; 4 × 4 tables in the specifications need a few hundred. */
const MOST_PATTERNS = 20_000;

/**
 * The pattern that leaves every small number at least k − 1 possible values for an attacker who knows what is shown, with
 * the fewest complements; of several the one with the least sum of complements, then the first in the order of cells.
 * Undefined if there is none, or if the search was given up.
 */
export function fewestComplements(table: Table, k: number): Pattern | undefined {
  const search = new ComplementSearch(table, k);
  for (let complements = 0; complements <= search.choices; complements += 1) {
    const found = search.withExactly(complements);
    if (found === 'gave-up') return undefined;
    if (found) return found;
  }
  return undefined;
}

interface Found {
  readonly pattern: Pattern;
  readonly sum: number;
  readonly complements: readonly number[];
}

/**
 * Depth-first search. A sum with one hidden number gives it away, so another number of that sum must be hidden: this is
 * where the search branches first.
 */
class ComplementSearch {
  /** Number of cells that could be complements. */
  readonly choices: number;
  readonly #table: Table;
  readonly #k: number;
  readonly #circulation: Circulation;
  readonly #small: readonly number[];
  readonly #hidden: Uint8Array;
  /** Cells that are hidden already, or that this branch shows. */
  readonly #decided: Uint8Array;
  readonly #cellsAt: readonly (readonly number[])[];
  readonly #hiddenAt: Int32Array;
  readonly #complements: number[] = [];
  #sum = 0;
  #looked = 0;
  /** Found with the number of complements that is tried: the search ends with the first number that yields one. */
  #best: Found | undefined;

  constructor(table: Table, k: number) {
    const { cells, sums } = table;
    this.#table = table;
    this.#k = k;
    this.#small = smallCells(table, k);
    this.#hidden = Uint8Array.from(cells, (cell) => Number(cell.display === 'hidden' || isSmall(cell, k)));
    this.#circulation = new Circulation(table, this.#hidden);
    this.#decided = Uint8Array.from(cells, (cell, i) => Number(!canBeHidden(cell) || this.#hidden[i] === 1));
    this.choices = this.#decided.filter((decided) => decided === 0).length;
    const cellsAt = Array.from({ length: sums }, (): number[] => []);
    cells.forEach(({ from, to }, cell) => {
      cellsAt[from]!.push(cell);
      cellsAt[to]!.push(cell);
    });
    this.#cellsAt = cellsAt;
    this.#hiddenAt = Int32Array.from(cellsAt, (at) => at.filter((cell) => this.#hidden[cell]).length);
  }

  withExactly(complements: number): Pattern | 'gave-up' | undefined {
    return this.#search(complements) ? this.#best?.pattern : 'gave-up';
  }

  /** Returns false when the search is given up. */
  #search(left: number): boolean {
    if ((this.#looked += 1) > MOST_PATTERNS) return false;
    if (this.#best && this.#sum > this.#best.sum) return true;
    const lonely = this.#lonelySums();
    if (lonely.length > 2 * left) return true;
    if (lonely.length > 0) return this.#hideOneOf(this.#fewestChoices(lonely), left);
    if (left > 0) return this.#hideOneOf(this.#undecided(), left);
    if (this.#isSafe()) this.#record();
    return true;
  }

  /** Sums whose only hidden number is one to protect. */
  #lonelySums(): readonly number[] {
    const lonely: number[] = [];
    for (let sum = 0; sum < this.#hiddenAt.length; sum += 1) {
      if (this.#hiddenAt[sum] !== 1) continue;
      const alone = this.#table.cells[this.#cellsAt[sum]!.find((cell) => this.#hidden[cell])!]!;
      if (alone.display !== 'hidden' || isSmall(alone, this.#k)) lonely.push(sum);
    }
    return lonely;
  }

  #fewestChoices(sums: readonly number[]): readonly number[] {
    const choices = sums.map((sum) => this.#cellsAt[sum]!.filter((cell) => !this.#decided[cell]));
    return choices.reduce((fewest, next) => (next.length < fewest.length ? next : fewest));
  }

  #undecided(): readonly number[] {
    return this.#table.cells.flatMap((_, cell) => (this.#decided[cell] ? [] : [cell]));
  }

  /** Branches over these cells; each branch shows those of the branches before, so no pattern is met twice. */
  #hideOneOf(cells: readonly number[], left: number): boolean {
    if (left === 0) return true;
    let goesOn = true;
    for (const cell of cells) {
      this.#change(cell, 1);
      goesOn = this.#search(left - 1);
      this.#change(cell, 0);
      if (!goesOn) break;
    }
    for (const cell of cells) this.#decided[cell] = 0;
    return goesOn;
  }

  #change(cell: number, hidden: 0 | 1): void {
    const { from, to, value } = this.#table.cells[cell]!;
    const sign = hidden ? 1 : -1;
    this.#hidden[cell] = hidden;
    this.#decided[cell] = 1;
    this.#hiddenAt[from]! += sign;
    this.#hiddenAt[to]! += sign;
    this.#sum += sign * value;
    if (hidden) this.#complements.push(cell);
    else this.#complements.pop();
  }

  #isSafe(): boolean {
    return this.#small.every((cell) => this.#circulation.possibleValues(cell, this.#k - 1) >= this.#k - 1);
  }

  #record(): void {
    const found = {
      pattern: Array.from(this.#hidden, Boolean),
      sum: this.#sum,
      complements: [...this.#complements].sort((a, b) => a - b),
    };
    if (!this.#best || isBefore(found, this.#best)) this.#best = found;
  }
}

function isBefore(one: Found, other: Found): boolean {
  if (one.sum !== other.sum) return one.sum < other.sum;
  const at = one.complements.findIndex((cell, i) => cell !== other.complements[i]);
  return at >= 0 && one.complements[at]! < other.complements[at]!;
}
