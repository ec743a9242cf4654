/**
 * A number of a table. It stands in at most two sums, on opposite sides: it flows out of `from` and into `to`, and in
 * every sum as much flows in as out. A row's total, for example, flows into the row, and its inner numbers flow out of
 * the row into their columns.
 */
export interface Cell {
  readonly from: number;
  readonly to: number;
  /** Whole number, at least `floor`. */
  readonly value: number;
  /** The last published value of the same cumulated count, which never falls; 0 if there is none. */
  readonly floor: number;
  /** Upper bound that everybody knows; infinite if there is none. */
  readonly atMost: number;
  /** A number equal to its floor is hidden too: its denominator is too small for a 0 to be shown. */
  readonly hidesUnchanged: boolean;
  /** `hidden`: never shown; `shown`: published already, so it cannot be hidden; `open`: protection decides. */
  readonly display: 'open' | 'hidden' | 'shown';
}

/** Inner numbers of one row or column, and its total; all are indexes of cells. */
export interface Line {
  readonly inner: readonly number[];
  readonly total: number;
}

/** Numbers connected by sums. */
export interface Table {
  /** Number of sums; cells refer to them as 0 … sums − 1. */
  readonly sums: number;
  readonly cells: readonly Cell[];
  /** In a table of one column each row is its own total, and there are no columns. */
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}

/** For each cell, whether it is hidden. */
export type Pattern = readonly boolean[];

/** Least value that an attacker can assume of a hidden cell: an unchanged number would have been shown. */
export const leastOf = ({ floor, hidesUnchanged, display }: Cell): number =>
  hidesUnchanged || display === 'hidden' ? floor : floor + 1;

/** Whether the pattern may hide the cell. */
export const canBeHidden = (cell: Cell): boolean => cell.display === 'open' && cell.value >= leastOf(cell);

/** The same table with other numbers in its cells. */
export const withValues = (table: Table, values: ArrayLike<number>): Table => ({
  ...table,
  cells: table.cells.map((cell, i) => (cell.value === values[i] ? cell : { ...cell, value: values[i]! })),
});

/** Whether two patterns hide the same cells. */
export const isSamePattern = (one: Pattern, other: Pattern): boolean => one.every((hidden, i) => hidden === other[i]);
