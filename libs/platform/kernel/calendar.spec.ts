import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayOf,
  days,
  daysBetween,
  firstDayOf,
  instantAt,
  lastDayOf,
  monthOf,
  monthsOf,
  schoolYearOf,
  weekdayOf,
  weekOf,
  workingDaysBetween,
} from './calendar.js';
import {
  CalendarDate,
  Month as MonthSchema,
  SchoolYear as SchoolYearSchema,
  type Month,
  type SchoolYear,
  type TimeOfDay,
} from './ids.js';

const day = (text: string) => text as CalendarDate;
const time = (text: string) => text as TimeOfDay;
const neverFree = () => false;

describe('the current day in Norway', () => {
  test.each([
    ['2026-11-30T22:59:59Z', '2026-11-30', 'a second before midnight in winter'],
    ['2026-11-30T23:00:00Z', '2026-12-01', 'midnight in winter is 23 UTC: the month has ended'],
    ['2026-06-30T21:59:59Z', '2026-06-30', 'a second before midnight in summer'],
    ['2026-06-30T22:00:00Z', '2026-07-01', 'midnight in summer is 22 UTC'],
    ['2026-03-29T00:59:59Z', '2026-03-29', 'the second before clocks go forward'],
    ['2026-03-28T23:00:00Z', '2026-03-29', 'the day of 23 hours begins'],
    ['2026-03-29T22:00:00Z', '2026-03-30', '… and ends an hour earlier in UTC than it began'],
    ['2026-10-24T22:00:00Z', '2026-10-25', 'the day of 25 hours begins'],
    ['2026-10-25T22:59:59Z', '2026-10-25', '… and lasts an hour longer'],
    ['2028-02-28T23:00:00Z', '2028-02-29', '29 February'],
  ])('at %s is %s: %s', (instant, expected) => {
    expect(dayOf(new Date(instant))).toBe(expected);
  });

  test('every instant of a day is on that day, also when clocks change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3650 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (offset, hour, minute) => {
          const on = addDays(day('2024-01-01'), offset);
          const at = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          expect(dayOf(instantAt(on, time(at)))).toBe(on);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  test.each([
    ['2026-10-24', '2026-10-24T05:00:00.000Z'],
    ['2026-10-25', '2026-10-25T06:00:00.000Z'],
    ['2027-03-27', '2027-03-27T06:00:00.000Z'],
    ['2027-03-28', '2027-03-28T05:00:00.000Z'],
  ])('seven in the morning of %s is %s, before and after a change of clocks', (on, instant) => {
    expect(instantAt(day(on), time('07:00')).toISOString()).toBe(instant);
  });

  test('a skipped 02:30 on the night that clocks go forward is 03:30', () => {
    expect(instantAt(day('2026-03-29'), time('02:30')).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
});

describe('days and months', () => {
  test('a leap day is supported', () => {
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2028-02-29'), 366)).toBe('2029-03-01');
    expect(lastDayOf('2028-02' as Month)).toBe('2028-02-29');
    expect(lastDayOf('2027-02' as Month)).toBe('2027-02-28');
  });

  test('counts calendar days across a change of clocks', () => {
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
    expect(daysBetween(day('2026-10-26'), day('2026-10-24'))).toBe(-2);
  });

  test('weeks are ISO weeks', () => {
    expect(weekOf(day('2026-11-22'))).toBe(47);
    expect(weekOf(day('2027-01-01'))).toBe(53);
    expect(weekdayOf(day('2026-11-22'))).toBe(7);
  });

  test('a school year is August to July', () => {
    expect(schoolYearOf(day('2026-07-31'))).toBe(2025);
    expect(schoolYearOf(day('2026-08-01'))).toBe(2026);
    expect(schoolYearOf('2027-01' as Month)).toBe(2026);
    expect(monthsOf(2026 as SchoolYear)).toEqual([
      '2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01',
      '2027-02', '2027-03', '2027-04', '2027-05', '2027-06', '2027-07',
    ]); // prettier-ignore
  });

  test('a month holds its own days and no others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (offset) => {
        const month = addMonths('2000-01' as Month, offset);
        const all = [...days(firstDayOf(month), lastDayOf(month))];
        expect(new Set(all.map(monthOf))).toEqual(new Set([month]));
        expect(monthOf(addDays(lastDayOf(month), 1))).toBe(addMonths(month, 1));
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});

describe('the limits of the calendar', () => {
  const always = () => true;

  test('days beyond the limits become the last or the first day', () => {
    expect(addDays(day('9999-12-31'), 1)).toBe('9999-12-31');
    expect(addDays(day('0000-01-01'), -1)).toBe('0000-01-01');
    expect(addDays(day('2026-11-22'), Number.MAX_SAFE_INTEGER)).toBe('9999-12-31');
    expect(addMonths('9999-12' as Month, 1)).toBe('9999-12');
    expect(addMonths('0000-01' as Month, -1)).toBe('0000-01');
    expect(lastDayOf('2100-12' as Month)).toBe('2100-12-31');
  });

  test('iterating over days stops at 1900 and 2100, whatever the log contains', () => {
    expect([...days(day('9999-08-01'), day('9999-08-31'))]).toEqual([]);
    const all = [...days(day('0000-01-01'), day('9999-12-31'))];
    expect([all[0], all.at(-1), all.length]).toEqual(['1900-01-01', '2100-12-31', 73_414]);
    expect(workingDaysBetween(day('0000-01-01'), day('1900-01-02'), neverFree)).toBe(2);
  });

  test('the search for a working day ends where all days are free, and at the limits', () => {
    expect(addWorkingDays(day('2026-11-20'), 1, always)).toBe('2100-12-31');
    expect(addWorkingDays(day('2026-11-20'), -1, always)).toBe('1900-01-01');
    expect(addWorkingDays(day('2026-11-20'), Number.MAX_SAFE_INTEGER, neverFree)).toBe('2100-12-31');
  });

  test.each(['1899-12-31', '2101-01-01', '0000-01-01', '9999-12-31', '2206-11-03'])(
    '%s is outside the supported days',
    (text) => {
      expect(CalendarDate.safeParse(text).success).toBe(false);
      expect(MonthSchema.safeParse(text.slice(0, 7)).success).toBe(false);
    },
  );
  test.each(['1900-01-01', '2100-12-31'])('%s is supported', (text) => {
    expect(CalendarDate.safeParse(text).success).toBe(true);
    expect(MonthSchema.safeParse(text.slice(0, 7)).success).toBe(true);
  });
  test('a school year is completely within the limits', () => {
    expect([1899, 1900, 2099, 2100].map((year) => SchoolYearSchema.safeParse(year).success)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('working days', () => {
  test('weekends are skipped in both directions', () => {
    expect(addWorkingDays(day('2026-11-20'), 1, neverFree)).toBe('2026-11-23');
    expect(addWorkingDays(day('2026-11-23'), -1, neverFree)).toBe('2026-11-20');
    expect(addWorkingDays(day('2026-11-22'), 0, neverFree)).toBe('2026-11-22');
  });

  test('days that the caller declares free are skipped', () => {
    const easter2026 = new Set(['2026-04-02', '2026-04-03', '2026-04-06']);
    expect(addWorkingDays(day('2026-04-01'), 1, (d) => easter2026.has(d))).toBe('2026-04-07');
  });

  test('adding and counting working days agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 1, max: 40 }), (offset, count) => {
        const from = addDays(day('2024-01-01'), offset);
        const isFree = (d: CalendarDate) => d.endsWith('-17');
        const to = addWorkingDays(from, count, isFree);
        expect(workingDaysBetween(from, to, isFree)).toBe(count);
        expect(addWorkingDays(addDays(to, 1), -1, isFree)).toBe(to);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
