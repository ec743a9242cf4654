import type { Cell, Line, Table } from './table.js';

/** Knowledge about a number besides its value; see `Cell`. */
export type Known = Partial<Pick<Cell, 'floor' | 'atMost' | 'hidesUnchanged' | 'display'>>;

/**
 * Children that several units counted, for example after a joint meeting, so that the units' sum is larger than the
 * total. Never shown itself. `atMost` is what everybody can conclude, such as the smaller of two units' numbers.
 */
export interface Overlap {
  readonly value: number;
  readonly atMost: number;
}

export interface KnownOfTwoWay {
  inner?(row: number, column: number): Known;
  rowTotal?(row: number): Known;
  columnTotal?(column: number): Known;
  readonly total?: Known;
  /** One for each column, if rows overlap. */
  readonly overlaps?: readonly Overlap[];
}

/**
 * A table of rows × columns with all totals. Its cells are the inner numbers row by row, the totals of rows, the totals
 * of columns, overlaps if there are any, and last the total. Throws a RangeError for a number that is not whole, or not
 * between its floor and its upper bound.
 */
export function twoWayTable(numbers: readonly (readonly number[])[], known: KnownOfTwoWay = {}): Table {
  const height = numbers.length;
  const width = numbers[0]?.length ?? 0;
  const [acrossRows, acrossColumns, overlap] = [height + width, height + width + 1, height + width + 2];
  const overlaps = known.overlaps ?? [];
  const overlapOf = (column: number) => overlaps[column]?.value ?? 0;
  const inner = numbers.flatMap((row, r) => row.map((value, c) => cell(r, height + c, value, known.inner?.(r, c))));
  const rowTotals = numbers.map((row, r) => cell(acrossRows, r, sumOf(row), known.rowTotal?.(r)));
  const columnSums = Array.from({ length: width }, (_, c) => sumOf(numbers.map((row) => row[c]!)) - overlapOf(c));
  const columnTotals = columnSums.map((sum, c) => cell(height + c, acrossColumns, sum, known.columnTotal?.(c)));
  const counted = overlaps.map(({ value, atMost }, c) =>
    cell(height + c, overlap, value, { atMost, display: 'hidden' }),
  );
  const countedInAll = cell(overlap, acrossRows, sumOf(overlaps.map(({ value }) => value)), { display: 'hidden' });
  const total = cell(acrossColumns, acrossRows, sumOf(columnSums), known.total);
  return {
    sums: height + width + 3,
    cells: [...inner, ...rowTotals, ...columnTotals, ...(overlaps.length > 0 ? [...counted, countedInAll] : []), total],
    rows: numbers.map((row, r): Line => ({ inner: row.map((_, c) => r * width + c), total: height * width + r })),
    columns: columnSums.map((_, c): Line => ({
      inner: numbers.map((__, r) => r * width + c),
      total: height * width + height + c,
    })),
  };
}

export interface KnownOfList {
  inner?(row: number): Known;
  readonly total?: Known;
  readonly overlap?: Overlap;
}

/** A list of numbers, then their overlap if there is one, then their total. Throws as `twoWayTable`. */
export function listTable(numbers: readonly number[], known: KnownOfList = {}): Table {
  const { overlap } = known;
  const inner = numbers.map((value, row) => cell(0, 1, value, known.inner?.(row)));
  const counted = overlap ? [cell(1, 0, overlap.value, { atMost: overlap.atMost, display: 'hidden' })] : [];
  const total = cell(1, 0, sumOf(numbers) - (overlap?.value ?? 0), known.total);
  return {
    sums: 2,
    cells: [...inner, ...counted, total],
    rows: numbers.map((_, row) => ({ inner: [row], total: row })),
    columns: [],
  };
}

function cell(from: number, to: number, value: number, known: Known = {}): Cell {
  const it: Cell = { from, to, value, floor: 0, atMost: Infinity, hidesUnchanged: false, display: 'open', ...known };
  if (!Number.isInteger(value) || value < it.floor || value > it.atMost) {
    throw new RangeError(`${value} is not a whole number from ${it.floor} to ${it.atMost}`);
  }
  return it;
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
