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
/** Oldest first; a period that ended stays, so that what is asked of an earlier day is answered as it was. */
export type Closures = readonly Closure[];

/**
 * `isClosedOn` in SQL, for lists that are filtered in the database: `closures` and `day` are SQL expressions. Days are
 * compared as text, because a day of an older log may be one that the database has no date for.
 */
export const closedOnInSql = (closures: string, day: string): string =>
  `exists (select from jsonb_to_recordset(${closures}) as closure("lastDay" text, reopens text)
    where closure."lastDay" collate "C" < ${day}::text
      and coalesce(${day}::text < closure.reopens collate "C", true))`;

// How the events change the closures: the same in a decision as in a read model.

/**
 * Closed after the day, until further notice. An open-ended closure is replaced, so that its day can be changed; what was
 * said of later days no longer holds.
 */
export function closedAfter(closures: Closures, day: CalendarDate, reason: string | null): Closures {
  const kept = closures.filter(({ reopens }) => reopens !== null && reopens <= day);
  const within = closures.find(({ lastDay, reopens }) => reopens !== null && lastDay <= day && day < reopens);
  return [...kept, { lastDay: within?.lastDay ?? day, reopens: null, reason }];
}

/** Open again from the day on; a closure that would then have no closed day is none. */
export function reopenedFrom(closures: Closures, day: CalendarDate): Closures {
  const last = closures.at(-1);
  if (!last) return closures;
  const earlier = closures.slice(0, -1);
  return day <= addDays(last.lastDay, 1) ? earlier : [...earlier, { ...last, reopens: day }];
}

export const withoutLatest = (closures: Closures): Closures => closures.slice(0, -1);
