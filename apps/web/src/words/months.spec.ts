import { expect, test } from '@jest/globals';
import { monthName, schoolYearInWords, schoolYearOf } from './months.js';

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
test('a school year begins with August', () => {
  expect(['2026-07-31', '2026-08-01', '2027-01-01'].map(schoolYearOf)).toEqual([2025, 2026, 2026]);
});
