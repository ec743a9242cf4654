import { expect, test } from '@jest/globals';
import { monthName } from './months.js';

test('a month is named without its year where the year is known', () => {
  expect([monthName('2026-11', 'nb'), monthName('2027-05', 'nn'), monthName('2026-10', 'en')]).toEqual([
    'november',
    'mai',
    'October',
  ]);
});
