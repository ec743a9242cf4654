// The order of rows, independent of rendering.

/** The list with one row moved up (-1) or down (1); the same list at its end. */
export function moved<T>(rows: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const to = at + by;
  if (at < 0 || to < 0 || to >= rows.length) return rows;
  const all = [...rows];
  [all[at], all[to]] = [all[to]!, all[at]!];
  return all;
}

/** The list with a row inserted after the one at `at`. */
export const withAfter = <T>(rows: readonly T[], at: number, row: T): readonly T[] => rows.toSpliced(at + 1, 0, row);
