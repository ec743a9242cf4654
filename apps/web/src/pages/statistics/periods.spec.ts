import { describe, expect, test } from '@jest/globals';
import { comparedPeriods, currentPeriod, halfYearFor, packagePeriodFor, periodsToChoose } from './periods.js';

describe('periods', () => {
  test('to choose are this school year, its half-years so far, and earlier years', () => {
    expect(periodsToChoose('2026-11-30')).toEqual([
      '2026-2027',
      '2026H2',
      '2025-2026',
      '2024-2025',
      '2023-2024',
      '2022-2023',
    ]);
    expect(periodsToChoose('2027-03-01').slice(0, 4)).toEqual(['2026-2027', '2027H1', '2026H2', '2025-2026']);
    expect(currentPeriod('2027-07-31')).toBe('2026-2027');
  });

  test.each([
    ['2026-2027', '2026-11-30', '2026H2'],
    ['2026-2027', '2027-03-01', '2027H1'],
    ['2025-2026', '2026-11-30', '2026H1'],
    ['2025H2', '2026-11-30', '2025H2'],
    ['2026-02', '2026-11-30', '2026H1'],
  ])('the half-year of a status of %s, on %s, is %s', (period, day, half) => {
    expect(halfYearFor(period, day)).toBe(half);
  });

  test.each([
    ['2025-2026', '2025-2026'],
    ['2022-2026', '2025-2026'],
    ['2026H1', '2026H1'],
    ['2026-02', '2026-02'],
  ])('the supervision package of %s is of %s', (period, packed) => {
    expect(packagePeriodFor(period)).toBe(packed);
  });

  test('of a comparison are a school year and the one before it, or two while it has fewer than five months', () => {
    expect(comparedPeriods('2026-2027', '2027-03-01')).toEqual({ now: '2026-2027', before: '2025-2026' });
    expect(comparedPeriods('2026-2027', '2026-12-31')).toEqual({ now: '2025-2027', before: '2023-2025' });
    expect(comparedPeriods('2025-2026', '2026-11-30')).toEqual({ now: '2025-2026', before: '2024-2025' });
    expect(comparedPeriods('2026H2', '2027-02-01')).toEqual({ now: '2026-2027', before: '2025-2026' });
  });
});
