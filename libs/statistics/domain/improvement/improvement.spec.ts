import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { improvementWord, processChartOf, signalsOfLast, type Better } from './index.js';

// Protocols filed in time, in per cent. A year that varies between 78 and 82: the mean is 80, neighbours differ by 4, and
// the limits are 80 ± 2.66 × 4 = 69.36 and 90.64. The outer thirds begin 2/3 of the way, at 72.91 and 87.09.
const YEAR = [78, 82, 78, 82, 78, 82, 78, 82, 78, 82, 78, 82];

const points = (values: readonly number[], cases = 20) => values.map((value) => ({ value, cases }));
const word = (after: readonly number[], better: Better = 'higher') =>
  improvementWord(points([...YEAR, ...after]), better);

describe('the limits', () => {
  test('are 2.66 mean moving ranges from the mean of the first twelve points', () => {
    const chart = processChartOf([...YEAR, 5, 300])!;
    expect(chart.mean).toBe(80);
    expect(chart.lower).toBeCloseTo(69.36, 10);
    expect(chart.upper).toBeCloseTo(90.64, 10);
    expect(chart.lowerThird).toBeCloseTo(72.9067, 4);
    expect(chart.upperThird).toBeCloseTo(87.0933, 4);
  });

  test('need twelve points', () => {
    expect(processChartOf(YEAR.slice(1))).toBeUndefined();
    expect(improvementWord(points(YEAR.slice(1)), 'higher')).toBe('too-few-points');
    expect(improvementWord(points(YEAR), 'higher')).toBe('as-before');
  });
});

describe('the last point', () => {
  test.each([
    ['is within the limits', [90], 'as-before'],
    ['is above the upper limit', [91], 'better'],
    ['is below the lower limit', [69], 'worse'],
    ['is within them again after one outside', [91, 80], 'as-before'],
    ['is the sixth in a row above the mean', [81, 81, 81, 81, 81], 'as-before'],
    ['is the seventh in a row above the mean, with the 82 of the year', [81, 81, 81, 81, 81, 81], 'better'],
    ['is the seventh in a row below the mean', [79, 79, 79, 79, 79, 79, 79], 'worse'],
    ['is the seventh, but one was on the mean', [81, 81, 81, 80, 81, 81, 81], 'as-before'],
    ['is the sixth that rises', [77, 78, 79, 81, 82, 83], 'as-before'],
    ['is the seventh that rises', [77, 78, 79, 81, 82, 83, 84], 'better'],
    ['is the seventh that falls', [83, 82, 81, 79, 78, 77, 76], 'worse'],
    ['is the seventh, but two were equal', [77, 78, 79, 81, 81, 83, 84], 'as-before'],
    ['is in the outer third alone', [88], 'as-before'],
    ['and the last but one of three are in the upper outer third', [88, 79, 89], 'better'],
    ['and the one before are in the lower outer third', [72, 72], 'worse'],
    ['is in the other outer third', [88, 79, 72], 'as-before'],
    ['is not in the outer third, though the two before are', [88, 88, 80], 'as-before'],
  ])('%s: %j is «%s»', (_, after, expected) => {
    expect(word(after)).toBe(expected);
  });

  test('that is still above the upper limit is better, though it falls for the seventh time', () => {
    const after = [98, 97, 96, 95, 94, 93, 92];
    expect(signalsOfLast([...YEAR, ...after], processChartOf(YEAR)!)).toEqual([
      { kind: 'outside', towards: 'higher' },
      { kind: 'run', towards: 'higher' },
      { kind: 'outer-third', towards: 'higher' },
      { kind: 'trend', towards: 'lower' },
    ]);
    expect(word(after)).toBe('better');
  });

  test('of an indicator that should be low is better when it is lower', () => {
    expect(word([69], 'lower')).toBe('better');
    expect(word([91], 'lower')).toBe('worse');
  });

  test('of an indicator that should be neither has no word', () => {
    expect(word([91], null)).toBeNull();
  });

  test('after a year without any variation is another one as soon as it differs', () => {
    const same = Array.from({ length: 12 }, () => 0.1);
    expect(improvementWord(points([...same, 0.1]), 'higher')).toBe('as-before');
    expect(improvementWord(points([...same, 0.2]), 'higher')).toBe('better');
  });
});

describe('few cases', () => {
  const measured = (cases: readonly number[]) =>
    improvementWord(
      [...YEAR, 91].map((value, i) => ({ value, cases: cases[i] ?? 5 })),
      'higher',
    );

  test('five in every point are enough', () => {
    expect(measured([])).toBe('better');
  });

  test('four in the last point are too few for a word', () => {
    expect(measured([...YEAR.map(() => 5), 4])).toBeNull();
  });

  test('fewer than five on average in the first year are too few; one small month is not', () => {
    expect(measured([4])).toBeNull();
    expect(measured([4, 6])).toBe('better');
  });
});

describe('the word', () => {
  const series = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 40 });

  test('is the same for the mirrored series of an indicator that should be low', () => {
    const property = fc.property(series, (values) => {
      const mirrored = values.map((value) => 1000 - value);
      expect(improvementWord(points(mirrored), 'lower')).toBe(improvementWord(points(values), 'higher'));
    });
    fc.assert(property, { numRuns: 300, seed: 308 });
  });

  test('is the same in another unit', () => {
    const property = fc.property(series, (values) => {
      const scaled = values.map((value) => 64 * value + 256);
      expect(improvementWord(points(scaled), 'higher')).toBe(improvementWord(points(values), 'higher'));
    });
    fc.assert(property, { numRuns: 300, seed: 266 });
  });

  test('does not depend on what came between the first year and the last seven points', () => {
    const property = fc.property(series, series, (values, between) => {
      const last = [...values, ...YEAR].slice(-7);
      expect(improvementWord(points([...values.slice(0, 12), ...between, ...last]), 'higher')).toBe(
        improvementWord(points([...values.slice(0, 12), ...last]), 'higher'),
      );
    });
    fc.assert(property, { numRuns: 300, seed: 12 });
  });
});
