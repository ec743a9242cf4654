import { lastFinished, type ChartPoint, type ChartSignal as Signal } from './points.js';

/** A signal in words: key of the text with its values. */
export type SignalInWords =
  | { readonly key: 'outside'; readonly month: string; readonly towards: Signal['towards'] }
  | { readonly key: 'run' | 'trend'; readonly count: number; readonly towards: Signal['towards'] }
  | { readonly key: 'outerThird'; readonly towards: Signal['towards'] }
  | { readonly key: 'within'; readonly month: string }
  | { readonly key: 'tooFew'; readonly count: number }
  | { readonly key: 'none' | 'fewCases' };

/**
 * The signal that the last finished point of a series is part of. `mean`: null with fewer than twelve points.
 * `hasEnoughCases`: false for a series that is not judged, since one case would be a signal.
 */
export function signalInWords(
  points: readonly ChartPoint[],
  mean: number | null,
  hasEnoughCases = true,
): SignalInWords {
  const finished = points.filter(({ isFinished }) => isFinished);
  const last = lastFinished(finished);
  if (!last) return { key: 'none' };
  if (mean === null) return { key: 'tooFew', count: finished.length };
  if (!hasEnoughCases) return { key: 'fewCases' };
  const [signal] = last.signals;
  if (!signal) return { key: 'within', month: last.key };
  const { kind, towards } = signal;
  switch (kind) {
    case 'outside':
      return { key: 'outside', month: last.key, towards };
    case 'outer-third':
      return { key: 'outerThird', towards };
    case 'run':
      return { key: 'run', towards, count: lengthAtEnd(finished, (value) => sideOf(value - mean) === towards) };
    case 'trend':
      return {
        key: 'trend',
        towards,
        // The first point of the row is the one that the first step leaves.
        count: 1 + lengthAtEnd(finished, (value, before) => sideOf(value - (before ?? value)) === towards),
      };
  }
}

const sideOf = (difference: number): Signal['towards'] | undefined =>
  difference > 0 ? 'higher' : difference < 0 ? 'lower' : undefined;

/** Number of last points in a row that fulfil the condition. */
function lengthAtEnd(points: readonly ChartPoint[], isIn: (value: number, before: number | undefined) => boolean) {
  let length = 0;
  while (length < points.length) {
    const place = points.length - 1 - length;
    if (!isIn(points[place]!.value, points[place - 1]?.value)) break;
    length += 1;
  }
  return length;
}

/** Whether a signal is in the good or the bad direction; neither where no direction is better. */
export const toneOf = (
  [signal]: readonly Signal[],
  better: Signal['towards'] | null,
): 'good' | 'bad' | 'plain' | undefined =>
  signal && (better === null ? 'plain' : signal.towards === better ? 'good' : 'bad');
