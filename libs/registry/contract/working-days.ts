import { schoolYearOf, type CalendarDate, type IsFree } from '#platform/kernel';
import type { SchoolCalendarDto } from './directory.js';
import type { UnitKind } from './settings.js';

/**
 * The days on which a kind of unit is closed: public holidays and, where a calendar is set for the school year, days
 * before its first day, after its last and in its closed periods (workflow § 3.6). Where none is set, only holidays.
 */
export function freeDaysOf(kind: UnitKind, calendars: readonly SchoolCalendarDto[], isPublicHoliday: IsFree): IsFree {
  const byYear = new Map(calendars.filter((one) => one.kind === kind).map((one) => [one.schoolYear, one]));
  return (day: CalendarDate) => {
    if (isPublicHoliday(day)) return true;
    const calendar = byYear.get(schoolYearOf(day));
    if (!calendar) return false;
    return (
      day < calendar.firstDay ||
      day > calendar.lastDay ||
      calendar.closed.some(({ from, to }) => from <= day && day <= to)
    );
  };
}
