import { expect, test } from '@jest/globals';
import { TimeWithoutProgress } from './time-without-progress.js';

test('a follower that makes no progress while events wait is reported from the first check on, until it moves', () => {
  let now = 0;
  const movement = new TimeWithoutProgress(() => now);
  const at = (position: bigint, head: bigint) =>
    movement.stillFor({ kind: 'read-model', name: 'board', position }, head);
  expect(at(5n, 5n)).toBe(0);
  now = 60_000;
  expect(at(5n, 6n)).toBe(0);
  now = 61_000;
  expect(at(5n, 9n)).toBe(1_000);
  expect(at(6n, 9n)).toBe(0);
  now = 63_000;
  expect(at(6n, 9n)).toBe(2_000);
  expect(at(9n, 9n)).toBe(0);
});
