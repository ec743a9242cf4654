import { isHidden, type Figure, type IndicatorFigure } from './figures.js';

/** A unit's figure in two periods. */
export interface UnitChange {
  readonly unitId: string;
  readonly name: string;
  readonly before: Figure;
  readonly now: Figure;
  /** In percentage points. */
  readonly change: number;
}
export interface UnitChangesFound {
  /** The largest increase first. */
  readonly large: readonly UnitChange[];
  /** Changes under twenty percentage points. */
  readonly small: readonly UnitChange[];
  /** Number of units with fewer than five cases in either period. */
  readonly few: number;
}

/** Cases below which a unit is not shown: one of them would change its share too much. */
const CASES = 5;
const SMALL = 20;

type Parts = IndicatorFigure['parts'];

/** Each unit's share compared with its own in the earlier period, sorted by change, never by level. */
export function changesOf(before: Parts, now: Parts): UnitChangesFound {
  const earlier = new Map(before?.map(({ key, figure }) => [key, figure]));
  const compared = (now ?? []).map(({ key, name, figure }) => {
    const was = earlier.get(key);
    if (!was || isHidden(was) || isHidden(figure) || !isEnough(was) || !isEnough(figure)) return undefined;
    return { unitId: key, name: name ?? key, before: was, now: figure, change: figure.value! - was.value! };
  });
  const changes = compared.filter((it) => it !== undefined).toSorted((a, b) => b.change - a.change);
  const isSmall = ({ change }: UnitChange) => Math.abs(change) < SMALL;
  return {
    large: changes.filter((it) => !isSmall(it)),
    small: changes.filter(isSmall),
    few: compared.length - changes.length,
  };
}

const isEnough = ({ denominator, value }: Figure) => denominator >= CASES && value !== null;
