// The chart of a series, shared by pages and printed documents: without zod and Temporal, so that a browser can use it.

/** A sign that a point is no natural variation (ADR 0308). */
export interface ChartSignal {
  readonly kind: 'outside' | 'run' | 'outer-third' | 'trend';
  readonly towards: 'higher' | 'lower';
}

/** A point of a series by month, as the API answers it, with its value. */
export interface ChartPoint {
  /** `2026-10` */
  readonly key: string;
  readonly value: number;
  /** False for the running month, which is not judged. */
  readonly isFinished: boolean;
  /** One of the twelve points that the limits are made of. */
  readonly isBaseline: boolean;
  readonly signals: readonly ChartSignal[];
}

/** Fewer points are no line. */
export const FEWEST_POINTS = 3;

export const lastFinished = <P extends Pick<ChartPoint, 'isFinished'>>(points: readonly P[]): P | undefined =>
  points.findLast(({ isFinished }) => isFinished);

/** The word for a period: that of the last finished point, if the point is in the period; null otherwise. */
export function wordIn<Word>(
  series:
    { readonly word: Word; readonly points: readonly Pick<ChartPoint, 'key' | 'isFinished'>[] } | null | undefined,
  period: string,
): Word | null {
  if (!series) return null;
  const last = lastFinished(series.points);
  return last === undefined || isInPeriod(last.key, period) ? series.word : null;
}

/** School years of which a chart shows the series. */
const SERIES_YEARS = 3;

/** The period of the series that leads up to this one: the school year in which it ends, and the two before. */
export function seriesPeriod(period: string): string {
  const last = lastYearOf(period);
  return `${last - SERIES_YEARS + 1}-${last + 1}`;
}

/** The first year of the period's last school year. */
export function lastYearOf(period: string): number {
  if (period.includes('H')) return Number(period.slice(0, 4)) - (period.endsWith('H1') ? 1 : 0);
  if (period.length === 'YYYY-YYYY'.length) return Number(period.slice(5)) - 1;
  return Number(period.slice(0, 4)) - (period.slice(5) < '08' ? 1 : 0);
}

/** Whether a month is in the period. */
export function isInPeriod(month: string, period: string): boolean {
  if (period.includes('H')) {
    const [year, isSpring] = [period.slice(0, 4), period.endsWith('H1')];
    return month >= `${year}-${isSpring ? '01' : '08'}` && month <= `${year}-${isSpring ? '07' : '12'}`;
  }
  if (period.length !== 'YYYY-YYYY'.length) return month === period;
  return month >= `${period.slice(0, 4)}-08` && month <= `${period.slice(5)}-07`;
}
