import { describe, expect, test } from '@jest/globals';
import { isInPeriod, seriesPeriod, wordIn } from './points.js';

describe('periods', () => {
  test.each([
    ['2026-2027', '2024-2027'],
    ['2026H2', '2024-2027'],
    ['2027H1', '2024-2027'],
    ['2026-11', '2024-2027'],
    ['2027-02', '2024-2027'],
    ['2020-2026', '2023-2026'],
  ])('the series that leads up to %s is of %s', (period, series) => {
    expect(seriesPeriod(period)).toBe(series);
  });

  test.each([
    ['2026-08', '2026-2027', true],
    ['2027-08', '2026-2027', false],
    ['2026-12', '2026H2', true],
    ['2027-01', '2026H2', false],
    ['2027-01', '2027H1', true],
    ['2026-11', '2026-11', true],
    ['2026-10', '2026-11', false],
  ])('%s in %s: %s', (month, period, isIn) => {
    expect(isInPeriod(month, period)).toBe(isIn);
  });
});

describe('the word for a period', () => {
  const points = [
    { key: '2026-10', isFinished: true },
    { key: '2026-11', isFinished: false },
  ];
  test('is that of the last finished month, where it is in the period', () => {
    expect(wordIn({ word: 'better', points }, '2026-2027')).toBe('better');
    expect(wordIn({ word: 'better', points }, '2026-10')).toBe('better');
    expect(wordIn({ word: 'better', points }, '2025-2026')).toBeNull();
    expect(wordIn({ word: 'too-few-points', points: [] }, '2025-2026')).toBe('too-few-points');
    expect(wordIn(null, '2025-2026')).toBeNull();
  });
});
