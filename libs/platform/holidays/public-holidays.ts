import Holidays from 'date-holidays';
import type { CalendarDate } from '#platform/kernel';

const calendar = new Holidays('NO', { languages: ['no'], types: ['public'] });
const years = new Map<number, ReadonlyMap<string, string>>();

/** Norway's public holidays of a year: day → name in Norwegian. Christmas Eve and similar days are ordinary days. */
export function publicHolidaysOf(year: number): ReadonlyMap<string, string> {
  const known = years.get(year);
  if (known) return known;
  const found = new Map(
    calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date, name }) => [date.slice(0, 10), name]),
  );
  years.set(year, found);
  return found;
}

/** True on a Norwegian public holiday, including those on a Sunday. */
export const isPublicHoliday = (day: CalendarDate): boolean => publicHolidaysOf(Number(day.slice(0, 4))).has(day);
