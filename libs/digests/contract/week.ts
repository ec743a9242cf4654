import { z } from 'zod';
import { addDays, weekdayOf, weekOf, type CalendarDate } from '#platform/kernel';

/** ISO week-year and week: `2026-W53` begins on 28 December 2026, `2027-W01` on 4 January 2027. */
export const DigestWeek = z
  .string()
  .regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/)
  .brand('DigestWeek');
export type DigestWeek = z.infer<typeof DigestWeek>;

const THURSDAY = 4;

/** The ISO week of a day. A week belongs to the year of its Thursday. */
export function digestWeekOf(day: CalendarDate): DigestWeek {
  const year = addDays(day, THURSDAY - weekdayOf(day)).slice(0, 4);
  return `${year}-W${String(weekOf(day)).padStart(2, '0')}` as DigestWeek;
}

/** «53» of `2026-W53`. */
export const weekNumberOf = (week: DigestWeek): number => Number(week.slice(6));

/** The Monday of the day's week. */
export const mondayOf = (day: CalendarDate): CalendarDate => addDays(day, 1 - weekdayOf(day));
