import { expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import { isDueWithin, isFollowUpMissed, isOverdue } from './index.js';

const day = (text: string) => text as CalendarDate;
const due = (dueOn: string, isOpen = true) => ({ dueOn: day(dueOn), isOpen });
const looked = (followUpOn: string, followedUpOn: string | null, isOpen = true) => ({
  followUpOn: day(followUpOn),
  followedUpOn: followedUpOn as CalendarDate | null,
  isOpen,
});

test.each([
  ['2026-11-30', '2026-11-30', false],
  ['2026-11-30', '2026-12-01', true],
  ['2026-12-31', '2027-01-01', true],
  ['2028-02-28', '2028-02-29', true],
  ['2028-02-29', '2028-02-29', false],
  ['2028-02-29', '2028-03-01', true],
  ['2026-03-29', '2026-03-29', false], // the day the clocks go forward
  ['2026-03-28', '2026-03-29', true],
  ['2026-10-25', '2026-10-25', false], // the day the clocks go back
  ['2026-10-25', '2026-10-26', true],
])('an action due %s is overdue on %s: %s', (dueOn, today, expected) => {
  expect(isOverdue(due(dueOn), day(today))).toBe(expected);
  expect(isOverdue(due(dueOn, false), day(today))).toBe(false);
});

test.each([
  ['2026-11-30', null, '2026-11-30', false],
  ['2026-11-30', null, '2026-12-01', true],
  ['2026-11-30', '2026-11-29', '2026-12-01', true],
  ['2026-11-30', '2026-11-30', '2026-12-01', false],
  ['2028-02-29', null, '2028-03-01', true],
  ['2026-10-25', '2026-10-25', '2026-10-26', false],
])('a follow-up day %s, last followed up on %s, is missed on %s: %s', (followUpOn, followedUpOn, today, expected) => {
  expect(isFollowUpMissed(looked(followUpOn, followedUpOn), day(today))).toBe(expected);
  expect(isFollowUpMissed(looked(followUpOn, followedUpOn, false), day(today))).toBe(false);
});

test.each([
  ['2026-11-21', 7, false],
  ['2026-11-22', 0, true],
  ['2026-11-29', 7, true],
  ['2026-11-30', 7, false],
])('on 22 November an action due %s is due within %i days: %s', (dueOn, days, expected) => {
  expect(isDueWithin(due(dueOn), days, day('2026-11-22'))).toBe(expected);
  expect(isDueWithin(due(dueOn, false), days, day('2026-11-22'))).toBe(false);
});

test('due within a year includes 29 February', () =>
  expect(isDueWithin(due('2029-02-28'), 365, day('2028-02-29'))).toBe(true));
