import { describe, expect, test } from '@jest/globals';
import { areaPath, columnOf, countAxis, linePath, percentOf, pointsOf, segments } from './geometry.js';

describe('the axis of counts', () => {
  test('ends at a round number at or above the greatest, and has whole numbers only', () => {
    expect(countAxis([3, 47, 12])).toEqual({ max: 50, ticks: [0, 10, 20, 30, 40, 50] });
    expect(countAxis([2]).ticks.every(Number.isInteger)).toBe(true);
  });

  test('exists even without values', () => {
    expect(countAxis([])).toEqual({ max: 1, ticks: [0, 1] });
    expect(countAxis([0, 0])).toEqual({ max: 1, ticks: [0, 1] });
  });
});

describe('a bar', () => {
  test('is as long as its share of the axis, and never longer than there is room for', () => {
    expect([percentOf(5, 20), percentOf(25, 20), percentOf(-1, 20), percentOf(5, 0)]).toEqual([25, 100, 0, 0]);
  });

  test('has its parts beside each other, even when one of them is zero', () => {
    expect(segments([5, 0, 10], 20)).toEqual([
      { x: 0, width: 25 },
      { x: 25, width: 0 },
      { x: 25, width: 50 },
    ]);
  });
});

describe('a line', () => {
  test('goes from the left edge to the right, and upwards for more', () => {
    expect(pointsOf([0, 10, 20], 20)).toEqual([
      { x: 0, y: 100 },
      { x: 50, y: 50 },
      { x: 100, y: 0 },
    ]);
  });

  test('of one value is a point in the middle', () => {
    expect(pointsOf([10], 20)).toEqual([{ x: 50, y: 50 }]);
    expect(columnOf(0, 1)).toBe(50);
  });

  test('is a path, and the area below it ends at the bottom', () => {
    const points = pointsOf([0, 20], 20);
    expect(linePath(points)).toBe('M0,100L100,0');
    expect(areaPath(points)).toBe('M0,100L100,0L100,100L0,100Z');
    expect(linePath([])).toBe('');
  });
});
