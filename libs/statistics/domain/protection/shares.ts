import type { ShownCell } from './protected-table.js';
import type { Table } from './table.js';
import { twoWayTable } from './two-way.js';

/** Below this denominator 0 % and 100 % are hidden too. */
const SMALL_DENOMINATOR = 10;

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Shares as a table: each row has those who count and those who do not, and its total is the denominator. A share with a
 * small numerator, or a small rest, is thus hidden like any other small number.
 */
export const sharesTable = (shares: readonly Share[]): Table =>
  twoWayTable(
    shares.map(({ numerator, denominator }) => [numerator, denominator - numerator]),
    { inner: (row) => ({ hidesUnchanged: shares[row]!.denominator < SMALL_DENOMINATOR }) },
  );

/** The shares of a protected `sharesTable`, and last the share in all; null where it is hidden, or where nobody counts. */
export function sharesOf(cells: readonly ShownCell[], rows: number): readonly (Share | null)[] {
  const shareOf = (counting: ShownCell, rest: ShownCell, all: ShownCell): Share | null =>
    'value' in counting && 'value' in rest && 'value' in all && all.value > 0
      ? { numerator: counting.value, denominator: all.value }
      : null;
  const inRows = Array.from({ length: rows }, (_, row) =>
    shareOf(cells[2 * row]!, cells[2 * row + 1]!, cells[2 * rows + row]!),
  );
  return [...inRows, shareOf(cells[3 * rows]!, cells[3 * rows + 1]!, cells[3 * rows + 2]!)];
}
