import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPublicHoliday } from '#platform/holidays';
import { addDays, isWorkingDay, weekdayOf, type CalendarDate } from '#platform/kernel';
import { digestWeekOf, mondayOf, weekNumberOf, type DigestWeek } from '../../contract/index.js';
import { digestDayInWeekOf, digestDueOn, isFirstOfMonth, nextDigestOn } from './digest-day.js';

const day = (text: string) => text as CalendarDate;
const digestDay = (on: string, weekday = 1) => digestDayInWeekOf(day(on), weekday, isPublicHoliday);

test.each([
  ['2026-12-28', '2026-W53', 53],
  ['2027-01-03', '2026-W53', 53],
  ['2027-01-04', '2027-W01', 1],
  ['2024-12-30', '2025-W01', 1],
])('%s is in week %s', (on, week, number) => {
  expect(digestWeekOf(day(on))).toBe(week);
  expect(weekNumberOf(digestWeekOf(day(on)))).toBe(number);
});

describe('the first digest of a month', () => {
  test.each([
    ['is that of its first Monday', '2026-11-02', true],
    ['and no later one', '2026-11-09', false],
    ['is that of its first Friday, for those who have chosen Fridays', '2026-11-06', true],
    ['is that of the Monday after one that was moved within the month before', '2027-04-05', true],
    ['may be moved into its month by holidays', '2029-01-02', true],
    ['and then the next one is not the first', '2029-01-08', false],
    ['is the first one after July', '2027-08-02', true],
  ])('%s', (_, dueOn, expected) => expect(isFirstOfMonth(day(dueOn), isPublicHoliday)).toBe(expected));
});

describe('the day of the digest', () => {
  test.each([
    ['an ordinary week', '2026-11-18', '2026-11-16'],
    ['the week between Christmas and New Year', '2026-12-30', '2026-12-28'],
    ['the week after Easter Monday', '2027-03-29', '2027-03-30'],
    ['the week of 17 May', '2027-05-17', '2027-05-18'],
    ['the last week before July', '2027-06-28', '2027-06-28'],
    ['the first week of August', '2027-08-02', '2027-08-02'],
  ])('in %s', (_, on, expected) => expect(digestDay(on)).toBe(expected));

  test('after 28 June there is none until 2 August', () => {
    const mondays = Array.from({ length: 6 }, (_, week) => addDays(day('2027-06-28'), 7 * week));
    expect(mondays.map((monday) => digestDay(monday))).toEqual(['2027-06-28', null, null, null, null, '2027-08-02']);
  });

  test('a chosen day after which the week has no working day moves to the last one before it', () => {
    expect(digestDay('2027-03-22', 4)).toBe('2027-03-24');
    expect(digestDay('2027-03-22', 5)).toBe('2027-03-24');
  });

  test('is a working day of its own week, outside July', () => {
    const days = fc.integer({ min: 0, max: 3650 }).map((n) => addDays(day('2024-01-01'), n));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 5 }), (on, weekday) => {
        const found = digestDayInWeekOf(on, weekday, isPublicHoliday);
        if (found === null) return;
        expect(mondayOf(found)).toBe(mondayOf(on));
        expect(isWorkingDay(found, isPublicHoliday)).toBe(true);
        expect(found.slice(5, 7)).not.toBe('07');
        const wanted = addDays(mondayOf(on), weekday - 1);
        if (isWorkingDay(wanted, isPublicHoliday)) expect(found).toBe(wanted);
      }),
    );
  });
});

describe('of somebody without this week’s digest, a round makes the one that is due', () => {
  const due = (on: string, previous: string | null, weekday = 1) =>
    digestDueOn(day(on), previous as CalendarDate | null, weekday, isPublicHoliday);
  test.each([
    ['on its day', '2026-11-16', '2026-11-13', '2026-11-16'],
    ['on an earlier day, in the first round ever', '2026-11-18', null, '2026-11-16'],
    ['on an earlier day, in the first round after it', '2026-11-18', '2026-11-13', '2026-11-16'],
    ['today, when the round of the digest’s day did not know of them', '2026-11-17', '2026-11-16', '2026-11-17'],
    ['not in July, even for a digest of a day in June', '2027-07-01', '2027-06-25', null],
  ])('%s', (_, on, previous, expected) => expect(due(on, previous)).toBe(expected));
  test('not before a chosen day', () => {
    expect(due('2026-11-16', '2026-11-13', 3)).toBeNull();
    expect(due('2026-11-18', '2026-11-17', 3)).toBe('2026-11-18');
  });
});

/** The weeks of the digests that rounds of every working day make, from one day until another, for one person. */
function weeksMade(from: string, until: string, weekdayOn: (day: CalendarDate) => number): readonly DigestWeek[] {
  const weeks: DigestWeek[] = [];
  let previous: CalendarDate | null = addDays(day(from), -1);
  for (let on = day(from); on < until; on = addDays(on, 1)) {
    if (!isWorkingDay(on, isPublicHoliday)) continue;
    const isDue = digestDueOn(on, previous, weekdayOn(on), isPublicHoliday) !== null;
    if (isDue && weeks.at(-1) !== digestWeekOf(on)) weeks.push(digestWeekOf(on));
    previous = on;
  }
  return weeks;
}

describe('in rounds of every working day a person gets', () => {
  test('one digest a week, whatever the weekday', () => {
    expect(weekdayOf(day('2026-08-17'))).toBe(1);
    for (let weekday = 1; weekday <= 5; weekday += 1) {
      const weeks = weeksMade('2026-08-17', '2027-06-28', () => weekday);
      expect(new Set(weeks).size).toBe(weeks.length);
      expect(weeks).toHaveLength(45);
    }
  });

  test('one digest a week, however often they choose another day', () => {
    const choices = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(choices, (chosen) => {
        let round = 0;
        const weeks = weeksMade('2026-08-17', '2027-06-28', () => chosen[round++ % chosen.length]!);
        expect(new Set(weeks).size).toBe(weeks.length);
        expect(weeks).toHaveLength(45);
      }),
    );
  });
});

describe('the next digest', () => {
  const next = (from: string, weekday: number, made: readonly string[] = []) =>
    nextDigestOn({ from: day(from), weekday, hasDigestOf: (week) => made.includes(week) }, isPublicHoliday);
  test.each([
    ['comes on the chosen day', '2026-11-17', 3, [], '2026-11-18'],
    ['comes in the next round when the chosen day has passed', '2026-11-18', 1, [], '2026-11-18'],
    ['comes next week when this week’s was made', '2026-11-18', 5, ['2026-W47'], '2026-11-27'],
    ['moves with a holiday', '2027-03-29', 1, [], '2027-03-30'],
    ['comes in August when July begins', '2027-06-29', 1, ['2027-W26'], '2027-08-02'],
  ])('%s', (_, from, weekday, made, expected) => expect(next(from, weekday, made)).toBe(expected));
});
