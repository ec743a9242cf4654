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
 * The word for the last point of a series, measured by its own first twelve (ADR 0308). Null for an indicator of which
 * neither direction is better, and where there are fewer than five cases in the last point, or on average in the first
 * twelve.
 */
export function improvementWord(points: readonly Measurement[], better: Better): ImprovementWord | null {
  if (better === null) return null;
  const values = points.map(({ value }) => value);
  const chart = processChartOf(values);
  if (!chart) return 'too-few-points';
  if (!hasEnoughCases(points)) return null;
  const [strongest] = signalsOfLast(values, chart);
  if (!strongest) return 'as-before';
  return strongest.towards === better ? 'better' : 'worse';
}

/** Whether the last point is made of at least five cases, and those of the first year on average too. */
export function hasEnoughCases(points: readonly Measurement[]): boolean {
  const inBaseline = points.slice(0, BASELINE).reduce((sum, { cases }) => sum + cases, 0);
  return points.at(-1)!.cases >= CASES && inBaseline >= CASES * BASELINE;
}
