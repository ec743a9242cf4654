import { hide, withTotals, type Numbers, type Shown } from './brute-force.examples.js';
import { protectedTable, twoWayTable, type ProtectedTable } from './index.js';

/** Index of the cell of a two-way table at this place of the grid with totals. */
export function cellAt(numbers: Numbers, row: number, column: number): number {
  const [height, width] = [numbers.length, numbers[0]!.length];
  if (row < height) return column < width ? row * width + column : height * width + row;
  return column < width ? height * width + height + column : height * width + height + width;
}

/** A table of rows × columns as a reader sees it: the grid with totals, hidden numbers null. */
export function shownTo(k: number, numbers: Numbers): { readonly shown: Shown; readonly table: ProtectedTable } {
  const table = protectedTable(twoWayTable(numbers), k);
  const shown = hide(withTotals(numbers), (r, c) => 'hidden' in table.cells[cellAt(numbers, r, c)]!);
  return { shown, table };
}

/** Deterministic whole numbers from 0 to below a limit. */
export function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
}
