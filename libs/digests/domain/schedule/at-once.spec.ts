import { expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import type { ChangedMeeting, News, PublishedPlan } from '#news/contract';
import { isToldAtOnce } from './at-once.js';

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
