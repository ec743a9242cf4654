import { addDays, weekdayOf, type CalendarDate } from '#platform/kernel';

export interface DemoCalendar {
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly closed: readonly { readonly from: CalendarDate; readonly to: CalendarDate; readonly reason: string }[];
}

const day = (year: number, rest: string) => `${year}-${rest}` as CalendarDate;

/** The Monday of an ISO week. */
function mondayOf(year: number, week: number): CalendarDate {
  const fourth = day(year, '01-04');
  return addDays(fourth, (week - 1) * 7 - (weekdayOf(fourth) - 1));
}
const onOrAfter = (from: CalendarDate, weekday: number) => addDays(from, (weekday - weekdayOf(from) + 7) % 7);

/** A typical school calendar: autumn holiday in week 40, winter holiday in week 8, about 190 days. */
export function calendarOf(schoolYear: number, kind: 'school' | 'kindergarten'): DemoCalendar {
  const spring = schoolYear + 1;
  if (kind === 'kindergarten')
    return {
      firstDay: day(schoolYear, '08-01'),
      lastDay: day(spring, '07-31'),
      closed: [
        {
          from: onOrAfter(day(schoolYear, '08-10'), 4),
          to: onOrAfter(day(schoolYear, '08-10'), 4),
          reason: 'planleggingsdag',
        },
        {
          from: onOrAfter(day(schoolYear, '11-10'), 5),
          to: onOrAfter(day(schoolYear, '11-10'), 5),
          reason: 'planleggingsdag',
        },
        { from: day(spring, '07-06'), to: day(spring, '07-24'), reason: 'sommerstengt' },
      ],
    };
  const autumn = mondayOf(schoolYear, 40);
  const winter = mondayOf(spring, 8);
  return {
    firstDay: onOrAfter(day(schoolYear, '08-15'), 1),
    lastDay: onOrAfter(day(spring, '06-16'), 5),
    closed: [
      { from: autumn, to: addDays(autumn, 4), reason: 'høstferie' },
      {
        from: onOrAfter(day(schoolYear, '11-12'), 5),
        to: onOrAfter(day(schoolYear, '11-12'), 5),
        reason: 'planleggingsdag',
      },
      { from: day(schoolYear, '12-22'), to: day(spring, '01-02'), reason: 'juleferie' },
      { from: winter, to: addDays(winter, 4), reason: 'vinterferie' },
    ],
  };
}
