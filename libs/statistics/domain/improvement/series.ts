import { hasEnoughCases, improvementWord, type Better, type ImprovementWord, type Measurement } from './improvement.js';
import { BASELINE, processChartOf, type ProcessChart } from './process-chart.js';
import { IN_A_ROW, signalsOfLast, type Signal } from './signals.js';

/** A point of a series; one that is not finished is shown «så langt» and never judged. */
export interface SeriesPoint extends Measurement {
  /** The period's key. */
  readonly key: string;
  readonly isFinished: boolean;
}

/** The series of an indicator measured by its own first twelve points. */
export interface Improvement {
  /** Of the last finished point; null where there is none, or too few cases for one (ADR 0308). */
  readonly word: ImprovementWord | null;
  /** Null with fewer than twelve finished points. */
  readonly mean: number | null;
  /** Null also where no value can be beyond it. */
  readonly lower: number | null;
  readonly upper: number | null;
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

/** Word, limits and signals of a series, oldest point first. */
export function improvementOf(points: readonly SeriesPoint[], better: Better, range: ValueRange): Improvement {
  const finished = points.filter(({ isFinished }) => isFinished);
  const values = finished.map(({ value }) => value);
  const chart = processChartOf(values);
  const signals = chart ? signalsOfEach(finished, values, chart) : new Map<number, readonly Signal[]>();
  return {
    word: improvementWord(finished, better),
    mean: chart?.mean ?? null,
    lower: chart && chart.lower >= range.least ? chart.lower : null,
    upper: chart && chart.upper <= range.greatest ? chart.upper : null,
    points: points.map((point) => {
      const place = finished.indexOf(point);
      return {
        key: point.key,
        isFinished: point.isFinished,
        isBaseline: chart !== undefined && place >= 0 && place < BASELINE,
        signals: signals.get(place) ?? [],
      };
    }),
  };
}

/** Signals by the place of the finished point. None before the twelfth, nor where there are too few cases for a word. */
function signalsOfEach(finished: readonly Measurement[], values: readonly number[], chart: ProcessChart) {
  const found = new Map<number, readonly Signal[]>();
  for (let last = BASELINE - 1; last < values.length; last += 1) {
    if (!hasEnoughCases(finished.slice(0, last + 1))) continue;
    for (const signal of signalsOfLast(values.slice(0, last + 1), chart)) {
      for (const place of placesOf(signal, last, values, chart)) {
        const known = found.get(place) ?? [];
        if (!known.some(({ kind, towards }) => kind === signal.kind && towards === signal.towards))
          found.set(place, [...known, signal]);
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
      return row(3).filter((place) =>
        towards === 'higher' ? values[place]! > chart.upperThird : values[place]! < chart.lowerThird,
      );
    case 'run':
    case 'trend':
      return row(IN_A_ROW);
  }
}
