import {
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  weekdayOf,
  type CalendarDate,
  type TimeOfDay,
} from '#platform/kernel';
import type { PlanRule } from '../../contract/school-year.events.js';

/** Rule and place of a unit's meetings, derived from them. */
export interface UsualMeeting {
  readonly rule: PlanRule;
  readonly place: string | null;
}

/** The rule that most of a unit's meetings of a year follow, «2. onsdag kl. 12.30»; undefined without meetings. */
export function usualMeetingOf(
  meetings: readonly { readonly on: CalendarDate; readonly startsAt: TimeOfDay; readonly place: string | null }[],
): UsualMeeting | undefined {
  const weekday = mostOften(meetings.map(({ on }) => weekdayOf(on)).filter((it) => it <= 5));
  const startsAt = mostOften(meetings.map((it) => it.startsAt));
  if (weekday === undefined || startsAt === undefined) return undefined;
  const nth = mostOften(meetings.filter(({ on }) => weekdayOf(on) === weekday).map(({ on }) => nthOf(on)))!;
  return { rule: { nth, weekday, startsAt }, place: mostOften(meetings.map(({ place }) => place)) ?? null };
}

/** The ordinal of the weekday in its month; the fifth is the last. */
function nthOf(on: CalendarDate): PlanRule['nth'] {
  const nth = Math.floor(daysBetween(firstDayOf(monthOf(on)), on) / 7) + 1;
  const isLast = daysBetween(on, lastDayOf(monthOf(on))) < 7;
  return nth <= 3 ? (nth as 1 | 2 | 3) : isLast ? -1 : 4;
}

function mostOften<T>(values: readonly T[]): T | undefined {
  const counted = new Map<T, number>();
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1);
  return [...counted].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
