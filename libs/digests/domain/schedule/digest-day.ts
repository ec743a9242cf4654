import { addDays, isWorkingDay, monthNumberOf, monthOf, type CalendarDate, type IsFree } from '#platform/kernel';
import { mondayOf } from '../../contract/index.js';

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
  return found === undefined || monthNumberOf(monthOf(found)) === JULY ? null : found;
}

/**
 * Whether the round of `day` makes the digest of its week: on the digest's day, or on a later day of the week when no
 * round has been done since.
 */
export function isDigestDue(
  day: CalendarDate,
  previousRound: CalendarDate | null,
  weekday: number,
  isPublicHoliday: IsFree,
): boolean {
  const wanted = digestDayInWeekOf(day, weekday, isPublicHoliday);
  return wanted !== null && wanted <= day && (previousRound === null || previousRound < wanted);
}
