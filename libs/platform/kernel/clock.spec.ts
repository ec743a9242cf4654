import { expect, test } from '@jest/globals';
import { clockStartingAt, SettableClock } from './clock.js';

test('a clock with another start runs at normal speed', () => {
  const real = new SettableClock(new Date('2026-11-22T10:00:00Z'));
  const clock = clockStartingAt(new Date('2027-02-28T23:59:30+01:00'), real);
  expect(clock.now().toISOString()).toBe('2027-02-28T22:59:30.000Z');
  real.set(new Date('2026-11-22T10:00:45Z'));
  expect(clock.now().toISOString()).toBe('2027-02-28T23:00:15.000Z');
});
