import { firstDayOfSchoolYear, lastDayOfSchoolYear, type BrokenRule } from '#platform/kernel';
import { brokenLadder, type LadderRule, type SchoolCalendar, type Settings } from '../../contract/index.js';

export type SettingsRule = 'MONTH_TWICE' | 'AGE_SPAN_REVERSED' | 'REMINDERS_OUT_OF_ORDER' | LadderRule;
export type CalendarRule =
  | 'CALENDAR_REVERSED'
  | 'CALENDAR_OUTSIDE_SCHOOL_YEAR'
  | 'CLOSED_PERIOD_REVERSED'
  | 'CLOSED_PERIOD_OUTSIDE_SCHOOL_YEAR'
  | 'CLOSED_PERIODS_OVERLAP';

/** The broken rule with the field that it is about, as a list. */
export const when = <Rule extends string>(broken: boolean, rule: Rule, at: string): BrokenRule<Rule>[] =>
  broken ? [{ rule, at }] : [];

/** The error in the settings; undefined when they are consistent. */
export function brokenSettings({ mandatoryMonths, ageSpan, reminderWorkingDays, ladder = {} }: Settings) {
  const { reminder, alert, coordinator } = reminderWorkingDays;
  return [
    ...when(repeats(mandatoryMonths.school), 'MONTH_TWICE', 'mandatoryMonths.school'),
    ...when(repeats(mandatoryMonths.kindergarten), 'MONTH_TWICE', 'mandatoryMonths.kindergarten'),
    ...when(ageSpan.from > ageSpan.to, 'AGE_SPAN_REVERSED', 'ageSpan'),
    ...when(reminder > alert || alert > coordinator, 'REMINDERS_OUT_OF_ORDER', 'reminderWorkingDays'),
    ...brokenLadder(ladder),
  ];
}

const repeats = (values: readonly unknown[]) => new Set(values).size < values.length;

/**
 * The error in a school calendar; undefined when it fits its school year. An overlap is reported at the later period.
 */
export function brokenCalendar({ schoolYear, firstDay, lastDay, closed }: SchoolCalendar) {
  const outside = (day: string) => day < firstDayOfSchoolYear(schoolYear) || day > lastDayOfSchoolYear(schoolYear);
  return [
    ...when(firstDay >= lastDay, 'CALENDAR_REVERSED', 'lastDay'),
    ...when(outside(firstDay), 'CALENDAR_OUTSIDE_SCHOOL_YEAR', 'firstDay'),
    ...when(outside(lastDay), 'CALENDAR_OUTSIDE_SCHOOL_YEAR', 'lastDay'),
    ...closed.flatMap(({ from, to }, i) => [
      ...when(from > to, 'CLOSED_PERIOD_REVERSED', `closed.${i}`),
      ...when(outside(from) || outside(to), 'CLOSED_PERIOD_OUTSIDE_SCHOOL_YEAR', `closed.${i}`),
      ...when(
        closed.slice(0, i).some((other) => other.from <= to && from <= other.to),
        'CLOSED_PERIODS_OVERLAP',
        `closed.${i}`,
      ),
    ]),
  ];
}
