import { expect, test } from '@jest/globals';
import { CalendarDate } from '#platform/kernel';
import { roleNeedsPlaceOn } from './role-place.js';

const day = (text: string) => CalendarDate.parse(text);
const today = day('2026-11-28');

test.each<[string, string | null, string, string]>([
  ['2024-08-01', null, '2026-11-28', 'a role that is held today asks of today'],
  ['2027-08-01', null, '2027-08-01', 'one that begins later asks of its first day'],
  ['2024-08-01', '2025-07-31', '2025-07-31', 'one that is over asks of its last day'],
])('from %s to %s: the place must be open on %s: %s', (from, to, expected) => {
  expect(roleNeedsPlaceOn({ from: day(from), to: to === null ? null : day(to) }, today)).toBe(expected);
});
