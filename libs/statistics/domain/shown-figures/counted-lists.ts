import type { Indicator } from '../../contract/index.js';

// Many figures about children count the same ones: what one of them hides another would tell. A list is what several
// figures count, such as the actions agreed in the period; it is named by one of them.

/** Actions agreed in the period: no. 23. */
export const AGREED = 23;
/** Actions completed in the period: no. 22. */
export const COMPLETED = 22;
/** Actions whose effect was judged in the period: no. 24. */
export const JUDGED = 24;
/** Actions that are open at the end of the period: no. 18. */
export const OPEN = 18;
/** Of those open, the ones over due: no. 20, and those that count in 19. */
export const OVERDUE = 20;
/** Completed actions that have waited too long for a judgement: no. 25. */
export const NOT_JUDGED = 25;
/** Anonymous matters: no. 37. They tell nothing about actions. */
export const MATTERS = 37;
/** Agreed actions that are marked preventive or compensating; the rest of the agreed ones are unmarked. */
export const MARKED = 29;
/** Actions of every version of a protocol: where nothing was corrected, the agreed ones. */
export const VERSIONS = 10;

/** Alerts: no. 52. With the actions over due at the end, they would tell how many were over due before. */
export const ALERTS = 52;

const LIST: Readonly<Record<number, number>> = {
  17: AGREED,
  26: AGREED,
  27: AGREED,
  28: AGREED,
  32: AGREED,
  21: JUDGED,
  19: OPEN,
  30: OPEN,
};

/** The list that the figure counts; a figure that shares none is a list of its own. */
export const listOf = ({ id }: Pick<Indicator, 'id'>): number => LIST[id] ?? id;

/**
 * The list whose hidden parts hide those of this one too. Whoever is judged was completed, whoever was completed was
 * agreed: more of a later stage would tell that there were at least as many of the earlier one.
 */
export function withinList(list: number): number | undefined {
  if (list === AGREED || list === MATTERS) return undefined;
  return list === JUDGED ? COMPLETED : AGREED;
}

const AT_THE_END: ReadonlySet<number> = new Set([OPEN, OVERDUE, NOT_JUDGED]);

/**
 * Whether it counts what is the case at the end of the period. Such a figure is never divided: two of them, with what was
 * agreed and completed in between, would tell what is hidden there.
 */
export const isOfTheEnd = (indicator: Pick<Indicator, 'id'>): boolean => AT_THE_END.has(listOf(indicator));
