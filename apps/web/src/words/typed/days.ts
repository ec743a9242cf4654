import { addDays, weekdayOf, type Day } from '../dates.js';

export { addDays, daysBetween, weekdayOf, type Day } from '../dates.js';

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The day, or undefined when the calendar has no such day (30 February). */
export function dayAt(year: number, month: number, day: number): Day | undefined {
  const [yyyy, mm, dd] = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  const text = `${yyyy}-${mm}-${dd}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : text;
}

/** The same day of a later month, or its last day if that month is shorter (31 January and one month: 28 February). */
export function addMonths(day: Day, months: number): Day {
  const counted = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(counted / 12), (counted % 12) + 1];
  const wanted = Number(day.slice(8, 10));
  for (let at = wanted; at > wanted - 4; at -= 1) {
    const found = dayAt(year, month, at);
    if (found) return found;
  }
  return day;
}

/** Monday of an ISO week: the week with 4 January is the first. Undefined for a week that the year does not have. */
export function mondayOfWeek(year: number, week: number): Day | undefined {
  const fourth = `${year}-01-04`;
  const first = addDays(fourth, 1 - weekdayOf(fourth));
  const monday = addDays(first, (week - 1) * 7);
  // A week belongs to the year of its Thursday.
  return week >= 1 && yearOf(addDays(monday, 3)) === year ? monday : undefined;
}
