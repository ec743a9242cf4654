import { expect, test } from '@jest/globals';
import { RateLimit } from './rate-limit.js';

test('thirty a minute are two seconds apart, however long nothing was sent before', () => {
  let now = 1_000;
  const limit = new RateLimit(30, () => now);
  expect([limit.reserve(), limit.reserve(), limit.reserve()]).toEqual([0, 2_000, 4_000]);
  now += 3_000;
  expect(limit.reserve()).toBe(3_000);
  now += 3_600_000;
  expect([limit.reserve(), limit.reserve()]).toEqual([0, 2_000]);
});

test('without a limit nobody waits', () => {
  const limit = new RateLimit(undefined, () => 0);
  expect(Array.from({ length: 100 }, () => limit.reserve()).every((ms) => ms === 0)).toBe(true);
});
