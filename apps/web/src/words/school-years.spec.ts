import { expect, test } from '@jest/globals';
import { schoolYearInWords, schoolYearOf } from './school-years.js';

test('a school year is written with both its years', () => {
  expect([2026, 1999, 2009].map(schoolYearInWords)).toEqual(['2026/27', '1999/00', '2009/10']);
});
test('a school year begins with August', () => {
  expect(['2026-07-31', '2026-08-01', '2027-01-01'].map(schoolYearOf)).toEqual([2025, 2026, 2026]);
});
