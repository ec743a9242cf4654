import { BASELINE, processChartOf } from './process-chart.js';
import { signalsOfLast } from './signals.js';

/** Cases behind a point below which one of them could be a signal by itself. */
const CASES = 5;

/** A finished point of a series. */
export interface Measurement {
  readonly value: number;
  /** Number of cases that the value is made of, such as the meetings of a month. */
  readonly cases: number;
}

/** Which values of an indicator are better; null if neither. */
export type Better = 'higher' | 'lower' | null;

/** «bedre», «dårligere», «som før», «for få målinger». */
export type ImprovementWord = 'better' | 'worse' | 'as-before' | 'too-few-points';

/**
 * The word for the last point of a series, measured by `first`, the first twelve points of its whole history (ADR 0308).
 * Null for an indicator of which neither direction is better, and where there are fewer than five cases in the last
 * point, or on average in the first twelve.
 */
export function improvementWord(
  points: readonly Measurement[],
  better: Better,
  first: readonly Measurement[] = points.slice(0, BASELINE),
): ImprovementWord | null {
  if (better === null) return null;
  const chart = processChartOf(first.map(({ value }) => value));
  const last = points.at(-1);
  if (!chart || !last) return 'too-few-points';
  if (!hasEnoughCases(last, first)) return null;
  const [strongest] = signalsOfLast(
    points.map(({ value }) => value),
    chart,
  );
  if (!strongest) return 'as-before';
  return strongest.towards === better ? 'better' : 'worse';
}

/** Whether the point is made of at least five cases, and those of the baseline on average too. */
export function hasEnoughCases({ cases }: Measurement, baseline: readonly Measurement[]): boolean {
  const inBaseline = baseline.reduce((sum, point) => sum + point.cases, 0);
  return cases >= CASES && inBaseline >= CASES * BASELINE;
}
