import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPublicHoliday } from '#platform/holidays';
import {
  firstDayOf,
  isWorkingDay,
  lastDayOf,
  monthOf,
  monthsOf,
  weekdayOf,
  type CalendarDate,
  type IsFree,
  type Month,
  type SchoolYear,
} from '#platform/kernel';
import { dayByRule, proposeDates } from './propose-dates.js';

const month = (text: string) => text as Month;
const propose = (months: string[], nth: 1 | 2 | 3 | 4 | -1, weekday: number, isFree: IsFree = isPublicHoliday) =>
  proposeDates({ nth, weekday }, months.map(month), isFree).map(({ on, why }) => [on, why]);

test('the rule gives the nth weekday, or the last', () => {
  const of = (nth: 1 | 2 | -1, weekday: number, m: string) => dayByRule({ nth, weekday }, month(m));
  expect([of(2, 2, '2026-09'), of(1, 1, '2027-02'), of(-1, 5, '2026-10'), of(-1, 4, '2028-02')]).toEqual([
    '2026-09-08',
    '2027-02-01',
    '2026-10-30',
    '2028-02-24',
  ]);
});
test('a rule day without work is replaced by the same weekday if possible', () => {
  // 1 May 2026 is a Friday; Ascension 2026 is Thursday 14 May.
  expect(propose(['2026-05'], 1, 5)).toEqual([['2026-05-08', 'rule-day-is-free']]);
  expect(propose(['2026-05'], 2, 4)).toEqual([['2026-05-21', 'rule-day-is-free']]);
});
test('the rule avoids the week before Easter when Easter is in March', () => {
  // Maundy Thursday 2024 is 28 March, the last Thursday.
  expect(propose(['2024-03'], -1, 4)).toEqual([['2024-03-21', 'rule-day-is-free']]);
});
test('29 February can be proposed', () => {
  expect(propose(['2028-02'], -1, 2)).toEqual([['2028-02-29', 'by-rule']]);
});
test('the nearest working day is proposed when no such weekday is left', () => {
  const onlyFriday = (d: CalendarDate) => d !== '2026-10-09';
  expect(propose(['2026-10'], 2, 2, onlyFriday)).toEqual([['2026-10-09', 'rule-day-is-free']]);
});
test('a month without a working day gets no meeting, with the reason', () => {
  expect(propose(['2026-07'], 2, 2, () => true)).toEqual([[null, 'month-has-no-working-day']]);
});
test('whatever the holidays, a month with a working day gets a proposed working day of that month', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(1, 2, 3, 4, -1),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 2024, max: 2060 }),
      fc.array(fc.integer({ min: 1, max: 31 }), { maxLength: 31 }),
      (nth, weekday, y, free) => {
        const isFree = (d: CalendarDate) => free.includes(Number(d.slice(8)));
        const months = monthsOf(y as SchoolYear);
        for (const it of proposeDates({ nth: nth, weekday }, months, isFree)) {
          if (it.on === null) continue;
          expect(isWorkingDay(it.on, isFree)).toBe(true);
          expect(monthOf(it.on)).toBe(it.month);
          expect(it.on >= firstDayOf(it.month) && it.on <= lastDayOf(it.month)).toBe(true);
          if (!isFree(it.ruleDay)) expect(it.on).toBe(it.ruleDay);
          expect(weekdayOf(it.ruleDay)).toBe(weekday);
        }
      },
    ),
    { seed: 3, numRuns: 40 },
  );
});
