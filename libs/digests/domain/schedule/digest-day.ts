import {
  addDays,
  isWorkingDay,
  monthNumberOf,
  monthOf,
  weekdayOf,
  type CalendarDate,
  type IsFree,
} from '#platform/kernel';
import { digestWeekOf, mondayOf, type DigestWeek } from '../../contract/index.js';

const FRIDAY = 5;
const JULY = 7;

/**
 * The day of the weekly digest in the week of `day`. A holiday moves it to the next working day of the same week; where
 * none follows, to the last one before it. Null in a week without a working day, and in July.
 * @param weekday the chosen day, from Monday (1) to Friday (5)
 */
export function digestDayInWeekOf(day: CalendarDate, weekday: number, isPublicHoliday: IsFree): CalendarDate | null {
  const monday = mondayOf(day);
  const week = Array.from({ length: FRIDAY }, (_, i) => addDays(monday, i));
  const isOpen = (each: CalendarDate) => isWorkingDay(each, isPublicHoliday);
  const found = week.slice(weekday - 1).find(isOpen) ?? week.slice(0, weekday - 1).findLast(isOpen);
  return found === undefined || isInJuly(found) ? null : found;
}

const isInJuly = (day: CalendarDate): boolean => monthNumberOf(monthOf(day)) === JULY;

/**
 * The day on which this week's digest is due to somebody who has not got it by the round of `day`; null while none is.
 * It is the digest's day, also for a round that comes late. It is the round's own day where the round of the digest's day
 * was done without this person: they have chosen another day, or got a role, later in the week.
 * @param previousRound the last round before this one
 */
export function digestDueOn(
  day: CalendarDate,
  previousRound: CalendarDate | null,
  weekday: number,
  isPublicHoliday: IsFree,
): CalendarDate | null {
  const wanted = digestDayInWeekOf(day, weekday, isPublicHoliday);
  if (wanted === null || wanted > day || isInJuly(day)) return null;
  return previousRound === null || previousRound < wanted ? wanted : day;
}

/** True for the first digest of a month, by the day that it is due on: the week before had one of another month, or none. */
export function isFirstOfMonth(dueOn: CalendarDate, isPublicHoliday: IsFree): boolean {
  const before = digestDayInWeekOf(addDays(dueOn, -7), weekdayOf(dueOn), isPublicHoliday);
  return before === null || monthOf(before) !== monthOf(dueOn);
}

/** The facts that decide on somebody's next digest. */
export interface DigestPlan {
  /** The first day whose round is still to come. */
  readonly from: CalendarDate;
  readonly weekday: number;
  /** True if the digest of the week is on its way, or has been sent. */
  readonly hasDigestOf: (week: DigestWeek) => boolean;
}

/** The day of the next digest, if everything stays as it is. */
export function nextDigestOn({ from, weekday, hasDigestOf }: DigestPlan, isPublicHoliday: IsFree): CalendarDate {
  for (let day = from; ; day = addDays(day, 1)) {
    if (!isWorkingDay(day, isPublicHoliday) || hasDigestOf(digestWeekOf(day))) continue;
    if (digestDueOn(day, null, weekday, isPublicHoliday) !== null) return day;
  }
}
