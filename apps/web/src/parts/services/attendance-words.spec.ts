import { expect, test } from '@jest/globals';
import { lastTwoMonths } from './attendance-words.js';

const NBSP = '\u00a0';
const count = (month: string, expected: number, present: number, deputy = 0) => ({ month, expected, present, deputy });

test('the change in attendance is the two last months with meetings, the latest first', () => {
  const year = [count('2026-08', 4, 4), count('2026-09', 4, 3), count('2026-10', 0, 0), count('2026-11', 4, 1, 1)];
  expect(lastTwoMonths(year, 'nb')).toBe(`nov 50${NBSP}%, sep 75${NBSP}%`);
  expect(lastTwoMonths([count('2026-08', 0, 0)], 'nb')).toBe('');
});
