import {
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

/** What stands in the way of a meeting on a day (the same adviser at two tables, a test week), in ids or codes. */
export type CollisionsOn = (day: CalendarDate) => readonly string[];

/** One month of a proposed plan. */
export interface ProposedDate {
  readonly month: Month;
  /** The proposed day; none when the month has no working day at all. */
  readonly on: CalendarDate | null;
  /** The day by the rule alone. */
  readonly ruleDay: CalendarDate;
  readonly why: 'by-rule' | 'rule-day-is-free' | 'month-has-no-working-day';
  readonly collisions: readonly string[];
  /** The nearest working day without a collision, where the proposed day has one. */
  readonly alternative: CalendarDate | null;
}

/** The day of «2. tirsdag» in a month; the last such weekday for `nth` -1. */
export function dayByRule({ nth, weekday }: Pick<PlanRule, 'nth' | 'weekday'>, month: Month): CalendarDate {
  const same = daysOf(month).filter((day) => weekdayOf(day) === weekday);
  return same.at(nth === -1 ? -1 : nth - 1)!;
}

/**
 * Proposes one day a month (R1). A rule day that is free gives way to the nearest working day of the same month, one
 * with the same weekday before any other; of two equally near the later one.
 */
export const proposeDates = (
  rule: Pick<PlanRule, 'nth' | 'weekday'>,
  months: readonly Month[],
  isFree: IsFree,
  collisionsOn: CollisionsOn = () => [],
): readonly ProposedDate[] => months.map((month) => propose(rule, month, isFree, collisionsOn));

function propose(
  rule: Pick<PlanRule, 'nth' | 'weekday'>,
  month: Month,
  isFree: IsFree,
  collisionsOn: CollisionsOn,
): ProposedDate {
  const ruleDay = dayByRule(rule, month);
  const byPreference = daysOf(month)
    .filter((day) => isWorkingDay(day, isFree))
    .sort((a, b) => distance(rule, ruleDay, a) - distance(rule, ruleDay, b) || (a < b ? 1 : -1));
  const on = byPreference[0] ?? null;
  const collisions = on === null ? [] : collisionsOn(on);
  return {
    month,
    on,
    ruleDay,
    why: on === null ? 'month-has-no-working-day' : on === ruleDay ? 'by-rule' : 'rule-day-is-free',
    collisions,
    alternative: collisions.length === 0 ? null : (byPreference.find((day) => collisionsOn(day).length === 0) ?? null),
  };
}

const OTHER_WEEKDAY = 100;
const distance = ({ weekday }: Pick<PlanRule, 'weekday'>, ruleDay: CalendarDate, day: CalendarDate): number =>
  Math.abs(daysBetween(ruleDay, day)) + (weekdayOf(day) === weekday ? 0 : OTHER_WEEKDAY);

const daysOf = (month: Month): CalendarDate[] => [...days(firstDayOf(month), lastDayOf(month))];
