import { expect, test } from '@jest/globals';
import { weekNumberIn } from './digests.js';

test.each([
  ['2026-W47', 47],
  ['2027-W01', 1],
  ['2026-W53', 53],
  ['2026-W54', undefined],
  ['2026-W00', undefined],
  ['2026-W7', undefined],
  ['neste', undefined],
  ['2026-W47/../alt', undefined],
])('the address %s names the week %s', (week, number) => expect(weekNumberIn(week)).toBe(number));
