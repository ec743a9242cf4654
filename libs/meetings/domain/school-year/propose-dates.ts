import {
  addDays,
  days,
  daysBetween,
  firstDayOf,
  isWorkingDay,
  lastDayOf,
  weekdayOf,
  type CalendarDate,
  type IsFree,
  type Month,
} from '#platform/kernel';
import type { PlanRule } from '../../contract/school-year.events.js';

/** One month of a proposed plan. */
export interface ProposedDate {
  readonly month: Month;
  /** The proposed day; null when the month has no working day at all. */
  readonly on: CalendarDate | null;
  /** The day by the rule alone. */
  readonly ruleDay: CalendarDate;
  readonly why: 'by-rule' | 'rule-day-is-free' | 'month-has-no-working-day';
}

/** The day of «2. tirsdag» in a month; the last such weekday for `nth` -1. */
export function dayByRule({ nth, weekday }: Pick<PlanRule, 'nth' | 'weekday'>, month: Month): CalendarDate {
  const first = firstDayOf(month);
  const [day, last] = [addDays(first, (weekday - weekdayOf(first) + 7) % 7), lastDayOf(month)];
  return addDays(day, 7 * (nth === -1 ? Math.floor(daysBetween(day, last) / 7) : nth - 1));
}

/** Proposes one day per month (R1). A rule day that is free is replaced by the first of `workingDaysBy`. */
export const proposeDates = (
  rule: Pick<PlanRule, 'nth' | 'weekday'>,
  months: readonly Month[],
  isFree: IsFree,
): readonly ProposedDate[] => months.map((month) => propose(rule, month, isFree));

function propose(rule: Pick<PlanRule, 'nth' | 'weekday'>, month: Month, isFree: IsFree): ProposedDate {
  const ruleDay = dayByRule(rule, month);
  const on = isWorkingDay(ruleDay, isFree) ? ruleDay : (workingDaysBy(ruleDay, month, isFree)[0] ?? null);
  const why = on === null ? 'month-has-no-working-day' : on === ruleDay ? 'by-rule' : 'rule-day-is-free';
  return { month, on, ruleDay, why };
}

/**
 * The working days of a month, best replacement for `wanted` first: same weekday before any other, then the nearest; of
 * two equally near, the later one.
 */
export function workingDaysBy(wanted: CalendarDate, month: Month, isFree: IsFree): readonly CalendarDate[] {
  const weekday = weekdayOf(wanted);
  return daysOf(month)
    .filter((day) => isWorkingDay(day, isFree))
    .map((day) => ({
      day,
      distance: Math.abs(daysBetween(wanted, day)) + (weekdayOf(day) === weekday ? 0 : OTHER_WEEKDAY),
    }))
    .sort((a, b) => a.distance - b.distance || (a.day < b.day ? 1 : -1))
    .map(({ day }) => day);
}

const OTHER_WEEKDAY = 100;

const daysOf = (month: Month): CalendarDate[] => [...days(firstDayOf(month), lastDayOf(month))];
