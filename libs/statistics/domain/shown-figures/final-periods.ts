import { addDays, instantAt, schoolYearOf, type CalendarDate, type SchoolYear, type TimeOfDay } from '#platform/kernel';
import { periodOf, schoolYearPeriod, type Breakdown, type Indicator, type Period } from '../../contract/index.js';
import type { AbsentReason, Thresholds } from './shown-figures.js';

/** § 3.7 a: inside the administration, of the municipality and of a part of it. */
export const INSIDE: Thresholds = { whole: 3, part: 5 };
/** § 3.7 a: for everybody. */
export const PUBLIC: Thresholds = { whole: 5, part: 5 };
/** Days after a school year until its figures about children are final for those who see them protected. */
const FINAL_AFTER_DAYS = 30;

/**
 * The moment whose knowledge figures about children are made of, for those who see them protected: thirty days after the
 * period, for good. A moment that they could choose, or a later correction, would tell single children by the difference
 * between two answers. Undefined while it is to come, and for periods other than a school year and its autumn: the
 * difference of the two tells the spring.
 */
export function finalMoment({ key, kind, to }: Period, today: CalendarDate): Date | undefined {
  const isFinal = kind === 'school-year' || key.endsWith('H2');
  const day = addDays(to, FINAL_AFTER_DAYS);
  return isFinal && day < today ? instantAt(day, '23:59' as TimeOfDay) : undefined;
}

/** The autumn of a school year: its figures are published before the year's, and may not tell the rest by the difference. */
export const autumnOf = ({ kind, from }: Period): Period | undefined =>
  kind === 'school-year' ? periodOf(`${from.slice(0, 4)}H2`) : undefined;

/** The school year before the one that the period is in. */
export const yearBefore = ({ from }: Period): Period => schoolYearPeriod((schoolYearOf(from) - 1) as SchoolYear);

/**
 * Divisions in which small numbers are protected together. Half-years and areas are sums of months and of units, which
 * would tell the numbers hidden in them.
 */
const DIVIDED_BY: readonly Breakdown[] = ['month', 'unit', 'service', 'level', 'category', 'approach', 'age-band'];

/** Why a figure about children is hidden as a whole, whatever its numbers; undefined where it is not. */
export function reasonAgainst(
  question: { readonly period: Period; readonly by?: Breakdown | undefined; readonly isFiltered: boolean },
  today: CalendarDate,
): AbsentReason | undefined {
  const { period, by, isFiltered } = question;
  const isFinalKind = period.kind === 'school-year' || period.key.endsWith('H2');
  if (isFiltered || !isFinalKind || (by !== undefined && !DIVIDED_BY.includes(by))) return 'not-divided';
  return finalMoment(period, today) ? undefined : 'not-final';
}

export const isAboutChildren = ({ counted }: Pick<Indicator, 'counted'>): boolean => counted !== 'organisation';
