/** Number of first points that the limits are made of. */
export const BASELINE = 12;
/** Distance of the limits from the mean, in mean moving ranges (XmR chart). */
const LIMIT = 2.66;

/** Limits of natural variation, in the unit of the values. */
export interface ProcessChart {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Beyond these begins the outer third towards a limit. */
  readonly lowerThird: number;
  readonly upperThird: number;
}

/**
 * The XmR chart of a series: mean ± 2.66 × the mean difference between neighbours, both of the first twelve values.
 * Undefined with fewer values.
 */
export function processChartOf(values: readonly number[]): ProcessChart | undefined {
  if (values.length < BASELINE) return undefined;
  const baseline = values.slice(0, BASELINE);
  const mean = meanOf(baseline);
  const distance = LIMIT * meanOf(baseline.slice(1).map((value, i) => Math.abs(value - baseline[i]!)));
  return {
    mean,
    lower: mean - distance,
    upper: mean + distance,
    lowerThird: mean - (distance * 2) / 3,
    upperThird: mean + (distance * 2) / 3,
  };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
