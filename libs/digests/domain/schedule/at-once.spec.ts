import { expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import type { ChangedMeeting, News, PublishedPlan } from '#news/contract';
import { isToldAtOnce, toldAtOnceSince } from './at-once.js';

const MONDAY = '2026-11-16' as CalendarDate;
const at = (on: string | null) => on && { on: on as CalendarDate, startsAt: '12:30', place: null };
const changed = (before: string | null, after: string | null, urgent = false) =>
  ({ about: 'meeting', before: at(before), after: at(after), urgent }) as unknown as ChangedMeeting;
const plan = { about: 'plan' } as PublishedPlan;

test.each<[string, News, boolean]>([
  ['moved from today to next week', changed('2026-11-16', '2026-11-24'), true],
  ['moved to tomorrow', changed('2026-11-24', '2026-11-17'), true],
  ['cancelled tomorrow', changed('2026-11-17', null), true],
  ['called for today', changed(null, '2026-11-16'), true],
  ['moved within next week', changed('2026-11-24', '2026-11-25'), false],
  ['the day after tomorrow', changed('2026-11-18', null), false],
  ['urgent, next week', changed(null, '2026-11-25', true), true],
  ['a year’s plan', plan, false],
])('a meeting %s', (_, news, expected) => expect(isToldAtOnce(news, MONDAY)).toBe(expected));

test.each<[string, ChangedMeeting, string]>([
  ['is known since the change, if that was on the day', changed('2026-11-16', null), '2026-11-16T08:00:00.000Z'],
  ['is known since the change, if that was the day before', changed('2026-11-17', null), '2026-11-16T08:00:00.000Z'],
  ['is known since the day before, if it changed earlier', changed('2026-12-01', null), '2026-11-29T23:00:00.000Z'],
  [
    'is known since the first of its two days came near',
    changed('2026-12-01', '2026-11-24'),
    '2026-11-22T23:00:00.000Z',
  ],
  ['that had passed counts by its new day', changed('2026-11-12', '2026-11-24'), '2026-11-22T23:00:00.000Z'],
  ['that is urgent is known since it was called', changed(null, '2026-12-01', true), '2026-11-16T08:00:00.000Z'],
])('news of a meeting %s', (_, news, expected) =>
  expect(toldAtOnceSince({ ...news, at: '2026-11-16T08:00:00.000Z' }).toISOString()).toBe(expected),
);
