import type { ProcessChart } from './process-chart.js';

export type SignalKind = 'outside' | 'run' | 'outer-third' | 'trend';

/** A sign that the last value is no natural variation. */
export interface Signal {
  readonly kind: SignalKind;
  readonly towards: 'higher' | 'lower';
}

/** Values in a row that make a run or a trend. */
export const IN_A_ROW = 7;

/**
 * Signals that the last value completes, the strongest first: it is outside the limits; the last seven are on the same
 * side of the mean; it and another of the last three are in the outer third towards the same limit; the last seven rise,
 * or fall, from each to the next. A value on the mean or on a limit is on neither side of it.
 */
export function signalsOfLast(values: readonly number[], chart: ProcessChart): readonly Signal[] {
  const last = values.at(-1)!;
  const lastThree = values.slice(-3);
  const row = values.slice(-IN_A_ROW);
  const steps = row.slice(1).map((value, i) => value - row[i]!);
  const isRow = row.length === IN_A_ROW;
  const both = (kind: SignalKind, isHigher: boolean, isLower: boolean): readonly Signal[] => [
    ...(isHigher ? [{ kind, towards: 'higher' as const }] : []),
    ...(isLower ? [{ kind, towards: 'lower' as const }] : []),
  ];
  const above = (limit: number) => (value: number) => isMore(value, limit);
  const below = (limit: number) => (value: number) => isMore(limit, value);
  const twoOf = (isBeyond: (value: number) => boolean) => isBeyond(last) && lastThree.filter(isBeyond).length >= 2;
  return [
    ...both('outside', isMore(last, chart.upper), isMore(chart.lower, last)),
    ...both('run', isRow && row.every(above(chart.mean)), isRow && row.every(below(chart.mean))),
    ...both('outer-third', twoOf(above(chart.upperThird)), twoOf(below(chart.lowerThird))),
    ...both('trend', isRow && steps.every(above(0)), isRow && steps.every(below(0))),
  ];
}

/** Greater by more than the error of calculating a mean. */
const isMore = (one: number, other: number) => one - other > 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
