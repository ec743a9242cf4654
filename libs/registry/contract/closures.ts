import { z } from 'zod';
import { addDays, CalendarDate } from '#platform/kernel';

export { isClosedOn, standingClosure } from './closed-on/index.js';

/** A period in which a unit, a service or a service unit is closed: after its last open day, until it reopens. */
export const Closure = z.object({
  lastDay: CalendarDate.describe('The last day it is open.'),
  reopens: CalendarDate.nullable().describe('The first day it is open again, where that is known.'),
  reason: z.string().nullable(),
});
export type Closure = Readonly<z.infer<typeof Closure>>;
/** Oldest first; past periods are kept, so that queries about earlier days get the same answer. */
export type Closures = readonly Closure[];

/**
 * `isClosedOn` in SQL, for lists filtered in the database: `closures` and `day` are SQL expressions. Days are compared
 * as text, because a day of an older log may be invalid as a date in the database.
 */
export const closedOnInSql = (closures: string, day: string): string =>
  `exists (select from jsonb_to_recordset(${closures}) as closure("lastDay" text, reopens text)
    where closure."lastDay" collate "C" < ${day}::text
      and coalesce(${day}::text < closure.reopens collate "C", true))`;

// Effect of the events on the closures, shared by decisions and read models.

/**
 * Closed after the day, until further notice. An open-ended closure is replaced, so that its day can be changed; later
 * periods are dropped.
 */
export function closedAfter(closures: Closures, day: CalendarDate, reason: string | null): Closures {
  const kept = closures.filter(({ reopens }) => reopens !== null && reopens <= day);
  const within = closures.find(({ lastDay, reopens }) => reopens !== null && lastDay <= day && day < reopens);
  return [...kept, { lastDay: within?.lastDay ?? day, reopens: null, reason }];
}

/** Open again from the day on; a closure that then has no closed day is removed. */
export function reopenedFrom(closures: Closures, day: CalendarDate): Closures {
  const last = closures.at(-1);
  if (!last) return closures;
  const earlier = closures.slice(0, -1);
  return day <= addDays(last.lastDay, 1) ? earlier : [...earlier, { ...last, reopens: day }];
}

export const withoutLatest = (closures: Closures): Closures => closures.slice(0, -1);
