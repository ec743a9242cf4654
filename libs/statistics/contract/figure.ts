import type { Case, Indicator } from './indicator.js';

/** A computed value with what it is made of. */
export interface Figure {
  /** A number of cases, or for a `mean` and a `share-of-amount` a sum of amounts. */
  readonly numerator: number;
  /** Likewise; `per-person`: the number of people. */
  readonly denominator: number;
  /** In the indicator's unit; null where nothing is there to compute it from. */
  readonly value: number | null;
  /** Of the amounts, where there are any. */
  readonly spread: Spread | null;
  /** In the order of the indicator's asides. */
  readonly asides: readonly AsideFigure[];
}
/** Cases, or amounts, of an aside; the denominator holds those outside the figure too if the aside is outside. */
export interface AsideFigure {
  readonly key: string;
  readonly numerator: number;
  readonly denominator: number;
}
export interface Spread {
  readonly mean: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

type Definition = Pick<Indicator, 'measure' | 'asides'>;

/** The figure of these cases. `all`: those of every part, for a distribution. */
export function figureOf(definition: Definition, cases: readonly Case[], all = cases): Figure {
  const inside = casesInside(definition, cases);
  return {
    ...valueOf(definition, inside, casesInside(definition, all)),
    asides: (definition.asides ?? []).map(({ key, isOutside, of }) => {
      const add = of === 'cases' ? (some: readonly Case[]) => some.length : sumOf;
      return {
        key,
        numerator: add(cases.filter(({ asides }) => asides?.includes(key))),
        denominator: add(isOutside ? cases : inside),
      };
    }),
  };
}

/** Without those of an aside that is left out of the figure. */
export function casesInside({ asides = [] }: Pick<Indicator, 'asides'>, cases: readonly Case[]): readonly Case[] {
  const outside = asides.filter(({ isOutside }) => isOutside).map(({ key }) => key);
  return outside.length === 0 ? cases : cases.filter((it) => !it.asides?.some((key) => outside.includes(key)));
}

function valueOf({ measure }: Definition, cases: readonly Case[], all: readonly Case[]): Omit<Figure, 'asides'> {
  const counting = cases.filter(({ counts }) => counts);
  const spread = spreadOf(amountsOf(cases));
  switch (measure) {
    case 'share':
      return { ...shareOf(counting.length, cases.length), spread };
    case 'distribution':
      return { ...shareOf(cases.length, all.length), spread };
    case 'share-of-amount':
      return { ...shareOf(sumOf(counting), sumOf(cases)), spread };
    case 'number':
      return { numerator: counting.length, denominator: cases.length, value: counting.length, spread };
    case 'mean':
      return { numerator: sumOf(cases), denominator: cases.length, value: spread?.mean ?? null, spread };
    case 'median':
      return { numerator: counting.length, denominator: cases.length, value: spread?.median ?? null, spread };
    case 'largest': {
      const amounts = amountsOf(cases);
      const value = amounts.length === 0 ? null : amounts.reduce((a, b) => Math.max(a, b));
      return { numerator: counting.length, denominator: cases.length, value, spread };
    }
    case 'per-person': {
      const perPerson = [...Map.groupBy(cases, ({ personId }) => personId).values()].map(({ length }) => length);
      const of = spreadOf(perPerson);
      return { numerator: cases.length, denominator: perPerson.length, value: of?.mean ?? null, spread: of };
    }
  }
}

const shareOf = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : (numerator / denominator) * 100,
});

function amountsOf(cases: readonly Case[]): readonly number[] {
  const amounts: number[] = [];
  for (const { amount } of cases) if (amount !== undefined) amounts.push(amount);
  return amounts;
}

const sumOf = (cases: readonly Case[]) => cases.reduce((sum, { amount = 0 }) => sum + amount, 0);

/** Quartiles by linear interpolation between the sorted amounts, as spreadsheets do. */
function spreadOf(amounts: readonly number[]): Spread | null {
  if (amounts.length === 0) return null;
  const sorted = Float64Array.from(amounts).sort();
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)]!;
    return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
  };
  const mean = sorted.reduce((sum, amount) => sum + amount, 0) / sorted.length;
  return { mean, lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75) };
}
