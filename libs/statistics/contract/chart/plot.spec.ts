import { describe, expect, test } from '@jest/globals';
import type { ChartPoint } from './points.js';
import { labelsOf, lastOf, plotOf } from './plot.js';

const NONE = { mean: null, lower: null, upper: null };
const point = (key: string, value: number, changes: Partial<ChartPoint> = {}): ChartPoint => ({
  key,
  value,
  isFinished: true,
  isBaseline: false,
  signals: [],
  ...changes,
});

describe('a plot', () => {
  test('places each month in the middle of its slot, higher values higher', () => {
    const { dots } = plotOf([point('2026-09', 50), point('2026-10', 60)], NONE);
    expect(dots.map(({ x }) => x)).toEqual([25, 75]);
    // 50 to 60 with 12 % above and below: 1.2 of 12.4.
    expect(dots.map(({ y }) => y.toFixed(2))).toEqual(['90.32', '9.68']);
  });

  test('interrupts the line where a month is left out, also over the new year', () => {
    const months = ['2025-12', '2026-01', '2026-06', '2026-08', '2026-09'];
    const { pieces } = plotOf(
      months.map((key) => point(key, 50)),
      NONE,
    );
    expect(pieces.map((piece) => piece.map((dot) => dot.point.key))).toEqual([
      ['2025-12', '2026-01'],
      ['2026-06'],
      ['2026-08', '2026-09'],
    ]);
  });

  test('leads to the point that is not finished by a piece of its own', () => {
    const { pieces, ahead } = plotOf([point('2026-10', 50), point('2026-11', 60, { isFinished: false })], NONE);
    expect(pieces.map((piece) => piece.length)).toEqual([1]);
    expect(ahead.map((dot) => dot.point.key)).toEqual(['2026-10', '2026-11']);
  });

  test('has room for the limits that are given, and the baseline behind its points', () => {
    const points = [point('2026-09', 80, { isBaseline: true }), point('2026-10', 80)];
    const { mean, lower, upper, baseline } = plotOf(points, { mean: 80, lower: 70, upper: null });
    expect(mean).toBeLessThan(lower!);
    expect(lower).toBeLessThan(100);
    expect(upper).toBeUndefined();
    expect(baseline).toEqual({ x: 0, width: 50 });
  });

  test('marks the month in which another version of the definition began, not the first version', () => {
    const points = ['2026-09', '2026-10', '2026-11', '2026-12'].map((key) => point(key, 50));
    const changeOf = (version: number, since: string) => plotOf(points, NONE, { version, since }).change;
    // Four slots of 25: half way between October and November.
    expect(changeOf(2, '2026-11-15')).toBe(50);
    expect([changeOf(1, '2026-11-15'), changeOf(2, '2026-09-01'), changeOf(2, '2027-01-01')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(plotOf(points, NONE).change).toBeUndefined();
  });

  test('of equal values is in the middle', () => {
    expect(plotOf([point('2026-09', 0), point('2026-10', 0)], NONE).dots.map(({ y }) => y)).toEqual([50, 50]);
  });

  test('has round values on its axis', () => {
    const { ticks } = plotOf([point('2026-09', 72), point('2026-10', 98)], NONE);
    expect(ticks.map(({ value }) => value)).toEqual([70, 80, 90, 100]);
  });
});

test('labels of lines that are close to each other are moved apart', () => {
  expect(labelsOf({ mean: 50, lower: 53, upper: 20 }, 15)).toEqual({ mean: 50, lower: 65, upper: 20 });
  expect(labelsOf({ mean: undefined, lower: undefined, upper: undefined }, 15)).toEqual({});
});

test('a narrow chart has the last twelve points', () => {
  const points = Array.from({ length: 20 }, (_, i) => point(`2026-${i}`, i));
  expect([lastOf(points, true).length, lastOf(points, false).length]).toEqual([12, 20]);
  expect(lastOf(points, true).at(-1)).toBe(points.at(-1));
});
