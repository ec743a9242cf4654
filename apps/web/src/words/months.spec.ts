import { expect, test } from '@jest/globals';
import { monthName, schoolYearInWords } from './months.js';

test('a month is named without its year where the year is plain', () => {
  expect([monthName('2026-11', 'nb'), monthName('2027-05', 'nn'), monthName('2026-10', 'en')]).toEqual([
    'november',
    'mai',
    'October',
  ]);
});
test('a school year is written with both its years', () => {
  expect([2026, 1999, 2009].map(schoolYearInWords)).toEqual(['2026/27', '1999/00', '2009/10']);
});
