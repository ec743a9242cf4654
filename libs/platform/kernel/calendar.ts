import { Temporal } from 'temporal-polyfill';
import { FIRST_YEAR, LAST_YEAR, type CalendarDate, type Month, type SchoolYear, type TimeOfDay } from './ids.js';

/** The zone of every Norwegian municipality. */
export const ZONE = 'Europe/Oslo';

const plain = (date: CalendarDate) => Temporal.PlainDate.from(date);

const HOUR_MS = 3_600_000;
/** Days by the number of the hour since 1970: folding a log asks for the day of each event. */
const daysOfHours = new Map<number, CalendarDate>();
const MOST_HOURS = 10_000;

/** The current day in Norway at this instant. */
export function dayOf(instant: Date): CalendarDate {
  const hour = Math.floor(instant.getTime() / HOUR_MS);
  const known = daysOfHours.get(hour);
  if (known !== undefined) return known;
  const day = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toString() as CalendarDate;
  // Since 1970 the Norwegian clock has differed from UTC by whole hours, so that days begin with an hour of UTC.
  if (hour >= 0) {
    if (daysOfHours.size >= MOST_HOURS) daysOfHours.clear();
    daysOfHours.set(hour, day);
  }
  return day;
}

/** The moment at which a Norwegian clock shows `time` on `day`, with its zone; in the hour skipped in spring, an hour later. */
export const zonedTimeAt = (day: CalendarDate, time: TimeOfDay): Temporal.ZonedDateTime =>
  plain(day).toZonedDateTime({ timeZone: ZONE, plainTime: time });

/** The same as an instant. */
export const instantAt = (day: CalendarDate, time: TimeOfDay): Date =>
  new Date(zonedTimeAt(day, time).epochMilliseconds);

// Loops pass thousands of days (working days, months): whole days since 1970 in UTC are exact, and far faster than
// Temporal in JavaScript. Everything that depends on a clock or a zone uses Temporal.
const DAY_MS = 86_400_000;
const dayNumber = (day: CalendarDate): number => Date.parse(day) / DAY_MS;

/** The first and the last day that a four-digit year can express. */
const [EARLIEST, LATEST] = [dayNumber('0000-01-01' as CalendarDate), dayNumber('9999-12-31' as CalendarDate)];
/** Texts of the days from 1970 to 2099 by their numbers: counting working days passes the same days again and again. */
const texts = new Array<CalendarDate | undefined>(dayNumber('2100-01-01' as CalendarDate));

function dayAt(number: number): CalendarDate {
  const known = texts[number];
  if (known !== undefined) return known;
  const at = Math.min(Math.max(number, EARLIEST), LATEST);
  const text = new Date(at * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
  if (at === number && at >= 0 && at < texts.length) texts[at] = text;
  return text;
}

/** Limited to the years that four digits can express. */
export const addDays = (day: CalendarDate, days: number): CalendarDate => dayAt(dayNumber(day) + days);
/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);
/** 1970 began on a Thursday. */
const THURSDAY = 4;
/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: CalendarDate): number => ((((dayNumber(day) + THURSDAY - 1) % 7) + 7) % 7) + 1;
/** ISO week number, as on a Norwegian calendar. */
export const weekOf = (day: CalendarDate): number => plain(day).weekOfYear!;

export const monthOf = (day: CalendarDate): Month => day.slice(0, 7) as Month;
export const firstDayOf = (month: Month): CalendarDate => `${month}-01` as CalendarDate;
export const lastDayOf = (month: Month): CalendarDate => addDays(firstDayOf(addMonths(month, 1)), -1);
/** Limited to the years that four digits can express. */
export const addMonths = (month: Month, months: number): Month => {
  const counted = Math.min(Math.max(Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months, 0), 119_999);
  return `${String(Math.floor(counted / 12)).padStart(4, '0')}-${String((counted % 12) + 1).padStart(2, '0')}` as Month;
};
/** 1 to 12. */
export const monthNumberOf = (month: Month): number => Number(month.slice(5));

/** The school year of a day or month; it begins in August. */
export const schoolYearOf = (day: CalendarDate | Month): SchoolYear =>
  (Number(day.slice(5, 7)) >= 8 ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) - 1) as SchoolYear;
/** August to July, in order. */
export const monthsOf = (schoolYear: SchoolYear): readonly Month[] =>
  Array.from({ length: 12 }, (_, i) => addMonths(`${schoolYear}-08` as Month, i));
export const firstDayOfSchoolYear = (schoolYear: SchoolYear): CalendarDate => `${schoolYear}-08-01` as CalendarDate;
export const lastDayOfSchoolYear = (schoolYear: SchoolYear): CalendarDate => `${schoolYear + 1}-07-31` as CalendarDate;

// A log may contain days from before these bounds were introduced: loops never pass more days than Samspill knows.
export const FIRST_DAY = `${FIRST_YEAR}-01-01` as CalendarDate;
export const LAST_DAY = `${LAST_YEAR}-12-31` as CalendarDate;
const [FIRST, LAST] = [dayNumber(FIRST_DAY), dayNumber(LAST_DAY)];

/** Every day from `from` to `to`, both included, within the years that Samspill knows. */
export function* days(from: CalendarDate, to: CalendarDate): Generator<CalendarDate> {
  const last = Math.min(dayNumber(to), LAST);
  for (let number = Math.max(dayNumber(from), FIRST); number <= last; number += 1) yield dayAt(number);
}

/** True for days without work, as the caller defines them (public holidays, the school's own calendar). */
export type IsFree = (day: CalendarDate) => boolean;
export const isWorkingDay = (day: CalendarDate, isFree: IsFree): boolean => weekdayOf(day) <= 5 && !isFree(day);

/**
 * The day `count` working days after `day` (before it, when negative); `day` itself is not counted. When the years that
 * Samspill knows have too few working days, the last day examined.
 */
export function addWorkingDays(day: CalendarDate, count: number, isFree: IsFree): CalendarDate {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let at = dayNumber(day);
  while (left > 0 && at + step >= FIRST && at + step <= LAST) {
    at += step;
    if (isWorkingDay(dayAt(at), isFree)) left -= 1;
  }
  return dayAt(at);
}

/**
 * Number of working days after `from` up to and including `to`, within the years that Samspill knows; 0 when `to` is
 * not later.
 */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, isFree: IsFree): number {
  let count = 0;
  for (const day of days(addDays(from, 1), to)) if (isWorkingDay(day, isFree)) count += 1;
  return count;
}
