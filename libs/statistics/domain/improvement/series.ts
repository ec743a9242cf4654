import { hasEnoughCases, improvementWord, type Better, type ImprovementWord, type Measurement } from './improvement.js';
import { BASELINE, processChartOf, type ProcessChart } from './process-chart.js';
import { IN_A_ROW, signalsOfLast, type Signal } from './signals.js';

/** A point of a series; one that is not finished is shown «så langt» and never judged. */
export interface SeriesPoint extends Measurement {
  /** The period's key. */
  readonly key: string;
  readonly isFinished: boolean;
}

/** The series of an indicator measured by the first twelve points of its whole history. */
export interface Improvement {
  /** Of the last finished point; null where there is none, or too few cases for one (ADR 0308). */
  readonly word: ImprovementWord | null;
  /** Null with fewer than twelve finished points. */
  readonly mean: number | null;
  /** Null also where no value can be beyond it. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Keys of the first and the last of the twelve points that the limits are made of; null with fewer points. */
  readonly baseline: { readonly from: string; readonly to: string } | null;
  readonly points: readonly JudgedPoint[];
}
export interface JudgedPoint {
  readonly key: string;
  readonly isFinished: boolean;
  /** One of the first twelve, of which the limits are made. */
  readonly isBaseline: boolean;
  /** Signals of which it is a part, the strongest first. */
  readonly signals: readonly Signal[];
}

/** The least and the greatest value that an indicator can have. */
export interface ValueRange {
  readonly least: number;
  readonly greatest: number;
}

/** The finished points of which the limits are made, as far as there are so many: the first twelve. */
export const baselineIn = (points: readonly SeriesPoint[]): readonly SeriesPoint[] =>
  points.filter(({ isFinished }) => isFinished).slice(0, BASELINE);

/**
 * Word, limits and signals of a series, oldest point first. `first`: the first twelve finished points of the series'
 * whole history, which may begin long before `points`.
 */
export function improvementOf(
  points: readonly SeriesPoint[],
  better: Better,
  range: ValueRange,
  first: readonly SeriesPoint[] = baselineIn(points),
): Improvement {
  const finished = points.filter(({ isFinished }) => isFinished);
  const chart = processChartOf(first.map(({ value }) => value));
  const signals = chart ? signalsOfEach(finished, chart, first) : new Map<string, readonly Signal[]>();
  const inBaseline = new Set(first.map(({ key }) => key));
  return {
    word: improvementWord(finished, better, first),
    mean: chart?.mean ?? null,
    lower: chart && chart.lower >= range.least ? chart.lower : null,
    upper: chart && chart.upper <= range.greatest ? chart.upper : null,
    baseline: chart ? { from: first[0]!.key, to: first.at(-1)!.key } : null,
    points: points.map(({ key, isFinished }) => ({
      key,
      isFinished,
      isBaseline: chart !== undefined && inBaseline.has(key),
      signals: signals.get(key) ?? [],
    })),
  };
}

/** Signals by the key of the point. None before the twelfth, nor where there are too few cases for a word. */
function signalsOfEach(finished: readonly SeriesPoint[], chart: ProcessChart, first: readonly SeriesPoint[]) {
  const found = new Map<string, readonly Signal[]>();
  const beforeLimits = new Set(first.slice(0, -1).map(({ key }) => key));
  const values = finished.map(({ value }) => value);
  for (const [last, point] of finished.entries()) {
    if (beforeLimits.has(point.key) || !hasEnoughCases(point, first)) continue;
    for (const signal of signalsOfLast(values.slice(0, last + 1), chart)) {
      for (const place of placesOf(signal, last, values, chart)) {
        const { key } = finished[place]!;
        const known = found.get(key) ?? [];
        if (!known.some(({ kind, towards }) => kind === signal.kind && towards === signal.towards))
          found.set(key, [...known, signal]);
      }
    }
  }
  return found;
}

/** Places of the points that make a signal: all of a run or a trend, those of the last three that are near the limit. */
function placesOf({ kind, towards }: Signal, last: number, values: readonly number[], chart: ProcessChart) {
  const row = (length: number) => Array.from({ length }, (_, i) => last - length + 1 + i);
  switch (kind) {
    case 'outside':
      return [last];
    case 'outer-third':
      return row(Math.min(3, last + 1)).filter((place) =>
        towards === 'higher' ? values[place]! > chart.upperThird : values[place]! < chart.lowerThird,
      );
    case 'run':
    case 'trend':
      return row(IN_A_ROW);
  }
}
