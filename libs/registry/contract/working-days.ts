import { schoolYearOf, type CalendarDate, type IsFree } from '#platform/kernel';
import { FIRST_YEAR_CLOSED_AT_CHRISTMAS, FIRST_YEAR_SCHOOLS_REST_IN_JULY } from './closed-on/index.js';
import type { SchoolCalendarDto } from './directory.js';
import type { UnitKind } from './settings.js';

/** True on 24–31 December from that school year on, when no calendar says that the units are open. */
export const isClosedByDefault = (day: CalendarDate): boolean =>
  schoolYearOf(day) >= FIRST_YEAR_CLOSED_AT_CHRISTMAS && day.slice(5) >= '12-24' && day.slice(5) <= '12-31';

/** True in July from that school year on: schools have no working days then. */
const isJulyOfSchools = (day: CalendarDate): boolean =>
  schoolYearOf(day) >= FIRST_YEAR_SCHOOLS_REST_IN_JULY && day.slice(5, 7) === '07';

/**
 * The days on which a kind of unit is closed: public holidays and, when a calendar is set for the school year, days
 * before its first day, after its last and in its closed periods (workflow § 3.6). Without a calendar, holidays and the
 * days that are closed by default. Schools are closed in July with and without a calendar.
 */
export function freeDaysOf(kind: UnitKind, calendars: readonly SchoolCalendarDto[], isPublicHoliday: IsFree): IsFree {
  const byYear = new Map(calendars.filter((one) => one.kind === kind).map((one) => [one.schoolYear, one]));
  return (day: CalendarDate) => {
    if (isPublicHoliday(day) || (kind === 'school' && isJulyOfSchools(day))) return true;
    const calendar = byYear.get(schoolYearOf(day));
    if (!calendar) return isClosedByDefault(day);
    return (
      day < calendar.firstDay ||
      day > calendar.lastDay ||
      calendar.closed.some(({ from, to }) => from <= day && day <= to)
    );
  };
}
