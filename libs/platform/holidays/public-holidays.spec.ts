import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { days, type CalendarDate } from '#platform/kernel';
import { isPublicHoliday, publicHolidaysOf } from './public-holidays.js';

const day = (text: string) => text as CalendarDate;

test('movable days follow Easter, also when two fall on one day', () => {
  expect(['2024-03-28', '2024-03-31', '2025-06-09', '2026-05-14', '2027-05-17'].map(day).every(isPublicHoliday)).toBe(
    true,
  );
});

test('Christmas Eve, New Year’s Eve and Easter Eve are working days unless the school calendar says otherwise', () => {
  expect(['2026-12-24', '2026-12-31', '2026-04-04', '2026-11-22'].map(day).some(isPublicHoliday)).toBe(false);
});

// Computed independently of the library, and stored here so that the comparison runs offline.
const listed = JSON.parse(
  readFileSync(new URL('../../../test/fixtures/public-holidays-2024-2030.json', import.meta.url), 'utf8'),
) as { day: string }[];

test('every day of 2024–2030 agrees with the reference list', () => {
  const expected = [...new Set(listed.map((holiday) => holiday.day))].sort();
  expect([...days(day('2024-01-01'), day('2030-12-31'))].filter(isPublicHoliday)).toEqual(expected);
});

test('the library is called once for a year', () => {
  expect(publicHolidaysOf(2033)).toBe(publicHolidaysOf(2033));
});
