import { isFew, mayStandBeside, type Counted } from '../protection/index.js';
import { casesInside, type Case, type CountedFigure, type Indicator } from '../../contract/index.js';

type Definition = Pick<Indicator, 'measure' | 'asides'>;

/** Children whom a figure tells about, by what it tells of them; a meeting is told about as many times as it has actions. */
export interface Told {
  readonly counting: Counted;
  /** Those that do not count, of a share; otherwise nobody. */
  readonly rest: Counted;
}

export function toldBy({ measure, asides }: Definition, { cases }: Pick<CountedFigure, 'cases'>): Told {
  const inside = casesInside({ asides }, cases);
  const weight = ({ amount = 0 }: Case) => (measure === 'mean' ? amount : 1);
  const isShare = hasRest(measure);
  return {
    counting: weights(isShare ? inside.filter(({ counts }) => counts) : inside, weight),
    rest: weights(isShare ? inside.filter(({ counts }) => !counts) : [], weight),
  };
}

export const hasRest = (measure: Indicator['measure']): boolean => measure === 'share' || measure === 'share-of-amount';

/** How many there are. */
export const numberIn = (some: Counted): number => [...some.values()].reduce((a, b) => a + b, 0);

export const numberTold = ({ counting, rest }: Told): number => numberIn(counting) + numberIn(rest);

/**
 * Whether the figure itself tells of too few to be shown: of all, and of a share also of those that count or of the rest.
 * Nobody, or everybody of a few, is told as well (§ 3.7 c, d).
 */
export function tellsOfFew(told: Told, measure: Indicator['measure'], k: number): boolean {
  const all = numberTold(told);
  const sides = hasRest(measure) ? [numberIn(told.counting), numberIn(told.rest)] : [];
  return all === 0 || isFew(all, k) || sides.some((side) => isFew(side, k) || (side === 0 && all < 2 * k));
}

/** Whether one of the two has a few children that the other lacks: in all, of those that count, or of the rest. */
export const isTooClose = (one: Told, other: Told, k: number): boolean =>
  !mayStandBeside(one.counting, [other.counting], k) ||
  !mayStandBeside(one.rest, [other.rest], k) ||
  !mayStandBeside(together(one), [together(other)], k);

/** All whom a figure tells about, whether they count or not. */
export const together = ({ counting, rest }: Told): Counted => {
  const all = new Map(counting);
  for (const [id, number] of rest) all.set(id, number + (all.get(id) ?? 0));
  return all;
};

function weights(cases: readonly Case[], weight: (one: Case) => number): Counted {
  const all = new Map<string, number>();
  for (const one of cases) all.set(one.subject.id, (all.get(one.subject.id) ?? 0) + weight(one));
  return all;
}
