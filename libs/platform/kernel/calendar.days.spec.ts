import { test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, dayOf, daysBetween, lastDayOf, monthOf, weekdayOf } from './calendar.js';
import type { CalendarDate } from './ids.js';

const aDay = fc
  .date({ min: new Date('1600-01-01'), max: new Date('2400-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as CalendarDate);

test('counting days by number agrees with Temporal, leap years and centuries included', () =>
  fc.assert(
    fc.property(aDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
      const there = Temporal.PlainDate.from(day).add({ days });
      return (
        addDays(day, days) === there.toString() &&
        daysBetween(day, addDays(day, days)) === days &&
        weekdayOf(addDays(day, days)) === there.dayOfWeek
      );
    }),
    { seed: 1, numRuns: 500 },
  ));

test('counting months by number agrees with Temporal', () =>
  fc.assert(
    fc.property(aDay, fc.integer({ min: -5_000, max: 5_000 }), (day, months) => {
      const there = Temporal.PlainYearMonth.from(day).add({ months });
      const month = addMonths(monthOf(day), months);
      return (
        month === there.toString() && lastDayOf(month) === there.toPlainDate({ day: there.daysInMonth }).toString()
      );
    }),
    { seed: 1, numRuns: 500 },
  ));

test('the day of an instant is that of Intl, whichever instant of its hour was asked for before', () => {
  const norwegian = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });
  const anHour = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const aMillisecond = fc.integer({ min: 0, max: 3_599_999 });
  fc.assert(
    fc.property(anHour, fc.array(aMillisecond, { minLength: 1, maxLength: 3 }), (hour, within) =>
      within.every((ms) => {
        const instant = new Date(hour * 3_600_000 + ms);
        return dayOf(instant) === norwegian.format(instant);
      }),
    ),
    { seed: 2, numRuns: 2_000 },
  );
});
