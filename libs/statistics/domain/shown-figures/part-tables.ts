import {
  listTable,
  rememberingProtection,
  twoWayTable,
  type Known,
  type Overlap,
  type ShownCell,
} from '../protection/index.js';
import type { AbsentReason } from './shown-figures.js';

/** Hidden parts by their keys, with the reason. */
export type HiddenParts = ReadonlyMap<string, AbsentReason>;

const protect = rememberingProtection(2000);

/** Below this denominator 0 % and 100 % are hidden too (§ 3.7 d). */
const SMALL_DENOMINATOR = 10;
const HIDDEN: Known = { display: 'hidden' };
const SHOWN: Known = { display: 'shown' };

/** How many children are in each part, and in the whole, which is shown. */
export interface Division {
  readonly whole: number;
  readonly parts: ReadonlyMap<string, number>;
}

/**
 * The parts whose numbers are hidden: small ones, and those that the others would tell them by. `already`: those that are
 * hidden whatever they are, since another figure hides them.
 */
export function hiddenNumbers({ whole, parts }: Division, already: HiddenParts, k: number): HiddenParts {
  const keys = [...parts.keys()];
  const numbers = [...parts.values()];
  const overlap = overlapOf(numbers, whole);
  const table = listTable(numbers, {
    inner: (row) => (already.has(keys[row]!) ? HIDDEN : {}),
    total: SHOWN,
    ...(overlap.value > 0 && { overlap }),
  });
  return withHidden(already, keys, protect(table, k).cells, (row) => [row]);
}

/** Children of each part, and of the whole: those that count, and the rest. */
export interface SplitDivision {
  readonly whole: readonly [number, number];
  readonly parts: ReadonlyMap<string, readonly [number, number]>;
}

/**
 * The same of parts that are split in two, whose sum is shown: a share with few who count, or few who do not. `already`:
 * parts whose sum is hidden too.
 */
export function hiddenSplits({ whole, parts }: SplitDivision, already: HiddenParts, k: number): HiddenParts {
  const keys = [...parts.keys()];
  const rows = [...parts.values()];
  const isHidden = (row: number) => already.has(keys[row]!);
  const sumOf = (row: number) => rows[row]![0] + rows[row]![1];
  const overlaps = whole.map((number, column) =>
    overlapOf(
      rows.map((row) => row[column]!),
      number,
    ),
  );
  const table = twoWayTable(rows, {
    inner: (row) => (isHidden(row) ? HIDDEN : { hidesUnchanged: sumOf(row) > 0 && sumOf(row) < SMALL_DENOMINATOR }),
    rowTotal: (row) => (isHidden(row) ? HIDDEN : SHOWN),
    columnTotal: () => SHOWN,
    total: SHOWN,
    ...(overlaps.some(({ value }) => value > 0) && { overlaps }),
  });
  return withHidden(already, keys, protect(table, k).cells, (row) => [2 * row, 2 * row + 1]);
}

/** Children of a joint meeting are in several parts: the parts together have more than the whole. */
function overlapOf(numbers: readonly number[], whole: number): Overlap {
  const sum = numbers.reduce((a, b) => a + b, 0);
  return { value: sum - whole, atMost: sum - Math.max(0, ...numbers) };
}

function withHidden(
  already: HiddenParts,
  keys: readonly string[],
  cells: readonly ShownCell[],
  cellsOf: (row: number) => readonly number[],
): HiddenParts {
  const hidden = new Map(already);
  for (const [row, key] of keys.entries()) {
    const reason = cellsOf(row).flatMap((cell) => ('hidden' in cells[cell]! ? [cells[cell].hidden] : []))[0];
    if (reason && !hidden.has(key)) hidden.set(key, reason);
  }
  return hidden;
}
