/**
 * Attackers and a search for the fewest complements that try every whole-number table. They share no code with the
 * library: a table is its inner numbers, and what is shown is a grid with all totals in which hidden numbers are null.
 */
export type Numbers = readonly (readonly number[])[];
export type Shown = readonly (readonly (number | null)[])[];

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The numbers with totals of rows, of columns and of all. */
export function withTotals(numbers: Numbers): Numbers {
  const rows = numbers.map((row) => [...row, sum(row)]);
  return [...rows, rows[0]!.map((_, column) => sum(rows.map((row) => row[column]!)))];
}

export const hide = (grid: Numbers, isHidden: (row: number, column: number) => boolean): Shown =>
  grid.map((row, r) => row.map((number, c) => (isHidden(r, c) ? null : number)));

export const isSameShown = (one: Shown, other: Shown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Every table that fits what is shown, with hidden numbers of at least 1. Hidden numbers that no shown total bounds are
 * tried up to `most`, so that more tables may fit than these.
 */
export function* tablesThatFit(shown: Shown, most: number): Generator<Numbers, undefined> {
  const height = shown.length - 1;
  const width = shown[0]!.length - 1;
  const now = Array.from({ length: height }, () => new Array<number>(width).fill(0));
  yield* fill(0);

  function* fill(at: number): Generator<Numbers, undefined> {
    if (at === height * width) {
      if (fitsTotals()) yield now.map((row) => [...row]);
      return;
    }
    const [r, c] = [Math.floor(at / width), at % width];
    const known = shown[r]![c]!;
    for (const value of known === null ? upTo(limit(r, c)) : [known]) {
      now[r]![c] = value;
      if (c === width - 1 && !fits(shown[r]![width]!, sum(now[r]!))) continue;
      if (r === height - 1 && !fits(shown[height]![c]!, sum(now.map((row) => row[c]!)))) continue;
      yield* fill(at + 1);
    }
    now[r]![c] = 0;
  }
  function limit(r: number, c: number): number {
    const inRow = shown[r]![width] ?? Infinity;
    const inColumn = shown[height]![c] ?? Infinity;
    return Math.min(most, inRow - sum(now[r]!.slice(0, c)), inColumn - sum(now.slice(0, r).map((row) => row[c]!)));
  }
  function fitsTotals(): boolean {
    return fits(shown[height]![width]!, sum(now.flat()));
  }
}
const upTo = (most: number) => Array.from({ length: Math.max(0, most) }, (_, i) => i + 1);
const fits = (shown: number | null, value: number) => (shown === null ? value >= 1 : shown === value);

/** The values of one place of the grid in all tables that fit and that the attacker keeps. */
export function valuesOf(
  shown: Shown,
  row: number,
  column: number,
  most: number,
  keeps: (numbers: Numbers) => boolean = () => true,
): readonly number[] {
  const values = new Set<number>();
  for (const numbers of tablesThatFit(shown, most)) {
    const value = withTotals(numbers)[row]![column]!;
    if (!values.has(value) && keeps(numbers)) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

/** Places of the numbers from 1 to k − 1. */
export const smallPlaces = (grid: Numbers, k: number): readonly (readonly [number, number])[] =>
  grid.flatMap((row, r) => row.flatMap((number, c) => (number >= 1 && number < k ? [[r, c] as const] : [])));

/** True if k − 1 values of each small number fit the shown numbers; ends as soon as they are found. */
export function isSafe(
  grid: Numbers,
  shown: Shown,
  k: number,
  keeps: (numbers: Numbers) => boolean = () => true,
): boolean {
  const small = smallPlaces(grid, k);
  if (small.length === 0) return true;
  const values = small.map(() => new Set<number>());
  const most = Math.max(...grid.flat()) + k;
  for (const numbers of tablesThatFit(shown, most)) {
    const other = withTotals(numbers);
    const isNew = small.some(([r, c], i) => values[i]!.size < k - 1 && !values[i]!.has(other[r]![c]!));
    if (!isNew || !keeps(numbers)) continue;
    small.forEach(([r, c], i) => values[i]!.add(other[r]![c]!));
    if (values.every(({ size }) => size >= k - 1)) return true;
  }
  return false;
}

/** The fewest complements with which a table is safe, by trying all sets of that size and less. */
export function fewestComplements(grid: Numbers, k: number): { readonly complements: number; readonly sum: number } {
  const small = smallPlaces(grid, k);
  const choices = grid.flatMap((row, r) => row.flatMap((number, c) => (number >= k ? [[r, c] as const] : [])));
  for (let complements = 0; complements <= choices.length; complements += 1) {
    let least: number | undefined;
    for (const chosen of setsOf(choices, complements)) {
      const price = sum(chosen.map(([r, c]) => grid[r]![c]!));
      if (least !== undefined && price >= least) continue;
      const hidden = new Set([...small, ...chosen].map(String));
      const shown = hide(grid, (r, c) => hidden.has(String([r, c])));
      if (!hasLonely(shown) && isSafe(grid, shown, k)) least = price;
    }
    if (least !== undefined) return { complements, sum: least };
  }
  throw new Error('Not even hiding everything is safe');
}

/** A row or column with one hidden number gives it away. */
const hasLonely = (shown: Shown): boolean =>
  [...shown, ...shown[0]!.map((_, c) => shown.map((row) => row[c]!))].some(
    (line) => line.filter((number) => number === null).length === 1,
  );

function* setsOf<T>(all: readonly T[], size: number, from = 0): Generator<readonly T[], undefined> {
  if (size === 0) return void (yield []);
  for (let i = from; i <= all.length - size; i += 1) {
    for (const rest of setsOf(all, size - 1, i + 1)) yield [all[i]!, ...rest];
  }
}
