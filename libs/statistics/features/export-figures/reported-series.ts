import type { Language } from '#platform/identity';
import type { Indicator } from '../../contract/index.js';
import { signalInWords, wordIn, type ChartPoint, type DefinedSince, type Lines } from '../../contract/chart/index.js';
import type { FiguresAnswer } from '../../read-models/figures/figures.dto.js';
import { signalSentence, type Word } from './answer-words.js';

/** A figure month by month, for a chart and its table. */
export interface ReportedSeries {
  readonly points: readonly ReportedPoint[];
  readonly lines: Lines;
  /** The months between which the points are that the limits are made of; null with fewer than twelve. */
  readonly baseline: { readonly from: string; readonly to: string } | null;
  /** A later version of the definition than the first is marked in the chart. */
  readonly definition: DefinedSince;
  /** The signal that the last finished point is part of. */
  readonly signal: string;
  /** False where there are so few cases a month that a single one would be a signal (ADR 0308). */
  readonly hasEnoughCases: boolean;
}
export interface ReportedPoint extends ChartPoint {
  readonly numerator: number;
  readonly denominator: number;
}

type Answered = FiguresAnswer['figures'][number];

/** The points of an answer divided by month; undefined where it was not divided, or has none to show. */
export function reportedSeries(
  { parts, improvement }: Answered,
  { better, version, since }: Pick<Indicator, 'better' | 'version' | 'since'>,
  language: Language,
): ReportedSeries | undefined {
  if (!improvement || !parts) return undefined;
  const figures = new Map(parts.map(({ key, figure }) => [key, figure]));
  const points = improvement.points.flatMap((point): readonly ReportedPoint[] => {
    const figure = figures.get(point.key);
    if (!figure || 'hidden' in figure || figure.value === null) return [];
    const { value, numerator, denominator } = figure;
    return [{ ...point, value, numerator, denominator }];
  });
  if (points.length === 0) return undefined;
  const { mean, lower, upper, baseline, word } = improvement;
  const hasEnoughCases = better === null || word !== null;
  return {
    points,
    lines: { mean, lower, upper },
    baseline,
    hasEnoughCases,
    definition: { version, since },
    signal: signalSentence(signalInWords(points, mean, hasEnoughCases), language),
  };
}

/** The word for the report's period; null where the series ends outside it. */
export const wordOf = (series: Answered | undefined, period: string): Word | null =>
  wordIn(series?.improvement, period);
