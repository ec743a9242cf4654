import type { Case, Indicator } from './indicator.js';

/** A computed value with what it is made of. */
export interface Figure {
  /** A number of cases, or for a `mean` and a `share-of-amount` a sum of amounts. */
  readonly numerator: number;
  readonly denominator: number;
  /** In the indicator's unit; null where nothing is there to compute it from. */
  readonly value: number | null;
  /** Of the amounts, where there are any. */
  readonly spread: Spread | null;
}
export interface Spread {
  readonly mean: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

/** The figure of these cases. `all`: those of every part, for a distribution. */
export function figureOf({ measure }: Pick<Indicator, 'measure'>, cases: readonly Case[], all = cases): Figure {
  const counting = cases.filter(({ counts }) => counts);
  const spread = spreadOf(cases.flatMap(({ amount }) => amount ?? []));
  switch (measure) {
    case 'share':
      return { ...shareOf(counting.length, cases.length), spread };
    case 'distribution':
      return { ...shareOf(cases.length, all.length), spread };
    case 'share-of-amount':
      return { ...shareOf(sumOf(counting), sumOf(cases)), spread };
    case 'number':
      return { numerator: cases.length, denominator: cases.length, value: cases.length, spread };
    case 'mean':
      return { numerator: sumOf(cases), denominator: cases.length, value: spread?.mean ?? null, spread };
    case 'median':
      return { numerator: counting.length, denominator: cases.length, value: spread?.median ?? null, spread };
    case 'largest': {
      const amounts = cases.flatMap(({ amount }) => amount ?? []);
      const value = amounts.length === 0 ? null : amounts.reduce((a, b) => Math.max(a, b));
      return { numerator: counting.length, denominator: cases.length, value, spread };
    }
  }
}

const shareOf = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : (numerator / denominator) * 100,
});

const sumOf = (cases: readonly Case[]) => cases.reduce((sum, { amount = 0 }) => sum + amount, 0);

/** Quartiles by linear interpolation between the sorted amounts, as spreadsheets do. */
function spreadOf(amounts: readonly number[]): Spread | null {
  if (amounts.length === 0) return null;
  const sorted = amounts.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)]!;
    return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
  };
  const mean = sorted.reduce((sum, amount) => sum + amount, 0) / sorted.length;
  return { mean, lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75) };
}
