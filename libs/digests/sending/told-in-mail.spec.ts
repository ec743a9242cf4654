import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import { daysOf, morningStateOf, tellsAfter } from './told-in-mail.js';

const day = (text: string) => text as CalendarDate;
const [FRIDAY, MONDAY, TUESDAY] = ['2026-08-21', '2026-08-24', '2026-08-25'].map(day) as [
  CalendarDate,
  CalendarDate,
  CalendarDate,
];
const WEEK = '2026-W35';
const daily = { kind: 'daily', period: MONDAY, about: { after: FRIDAY } };
const digest = (period: string) => ({ kind: 'digest', period, about: { dueOn: MONDAY, on: MONDAY, after: FRIDAY } });

describe('a mail of the morning', () => {
  test.each([
    ['on its day', daily, MONDAY, null, 'own-day'],
    ['a digest on its day', digest(WEEK), MONDAY, FRIDAY, 'own-day'],
    ['before the next day’s round', daily, TUESDAY, MONDAY, 'not-yet'],
    ['before the first round of all', daily, TUESDAY, null, 'not-yet'],
    ['a digest before the next day’s round', digest(WEEK), TUESDAY, MONDAY, 'not-yet'],
    ['after the next day’s round', daily, TUESDAY, TUESDAY, 'taken-over'],
    ['this week’s digest after the next day’s round', digest(WEEK), TUESDAY, TUESDAY, 'late'],
    ['an earlier week’s digest after a round', digest('2026-W34'), TUESDAY, TUESDAY, 'taken-over'],
  ])('%s', (_, mail, today, lastRound, expected) => {
    expect(morningStateOf(mail, today, lastRound, WEEK)).toBe(expected);
  });

  test('of an earlier version tells the steps of its day', () => {
    expect(daysOf({ kind: 'daily', period: MONDAY, about: {} })).toEqual({ after: '2026-08-23', until: MONDAY });
    expect(tellsAfter({ kind: 'digest', period: WEEK, about: { dueOn: MONDAY } })).toBe('2026-08-23');
  });
});
