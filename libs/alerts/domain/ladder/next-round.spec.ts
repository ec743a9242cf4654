import { expect, test } from '@jest/globals';
import { isPublicHoliday } from '#platform/holidays';
import { DEFAULT_DIGESTS } from '#registry/contract';
import { nextRoundAfter } from './next-round.js';

test.each([
  ['before the hour of mail, today', '2026-11-24T05:59:00Z', '2026-11-24'],
  ['from that hour on, the next day', '2026-11-24T06:00:00Z', '2026-11-25'],
  ['on a Friday afternoon, Monday', '2026-11-27T14:00:00Z', '2026-11-30'],
  ['before Easter, the Tuesday after it', '2027-03-24T14:00:00Z', '2027-03-30'],
])('the next round is, %s', (_, now, day) => expect(nextRoundAfter(new Date(now), {}, isPublicHoliday)).toBe(day));

test('the hour is the municipality’s', () => {
  const digests = { ...DEFAULT_DIGESTS, hour: 9 };
  expect(nextRoundAfter(new Date('2026-11-24T07:59:00Z'), { digests }, isPublicHoliday)).toBe('2026-11-24');
});
