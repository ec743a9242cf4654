import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import { figureOf } from './figure.js';
import type { Case } from './indicator.js';

const caseWith = (more: Partial<Case>): Case => ({
  subject: { kind: 'action', id: 'one' },
  on: '2026-09-10' as CalendarDate,
  unitIds: ['school'],
  counts: true,
  ...more,
});
const casesOf = (...amounts: readonly (number | undefined)[]) => amounts.map((amount) => caseWith({ amount }));
const meanOf = (...amounts: readonly (number | undefined)[]) => figureOf({ measure: 'mean' }, casesOf(...amounts));

describe('the spread, worked by hand', () => {
  test('of five amounts: the second, third and fourth', () => {
    expect(meanOf(16, 1, 8, 2, 4)).toMatchObject({
      value: 6.2,
      spread: { mean: 6.2, lowerQuartile: 2, median: 4, upperQuartile: 8 },
    });
  });

  test('of four amounts: the median is halfway, the lower quartile is three quarters of the way to the second', () => {
    expect(meanOf(8, 2, 6, 4).spread).toEqual({ mean: 5, lowerQuartile: 3.5, median: 5, upperQuartile: 6.5 });
  });

  test('of six amounts that are not evenly spread', () => {
    // 5 + 0.25 · 2, halfway from 7 to 9, 9 + 0.75 · 11
    expect(meanOf(40, 3, 20, 5, 9, 7).spread).toEqual({
      mean: 14,
      lowerQuartile: 5.5,
      median: 8,
      upperQuartile: 17.25,
    });
  });

  test('of two amounts', () => {
    expect(meanOf(10, 2).spread).toEqual({ mean: 6, lowerQuartile: 4, median: 6, upperQuartile: 8 });
  });

  test('of one amount: that amount', () => {
    expect(meanOf(7)).toMatchObject({
      numerator: 7,
      denominator: 1,
      value: 7,
      spread: { mean: 7, lowerQuartile: 7, median: 7, upperQuartile: 7 },
    });
  });

  test('of amounts by size, not by their digits', () => {
    expect(meanOf(9, 10, 100).spread).toMatchObject({ lowerQuartile: 9.5, median: 10, upperQuartile: 55 });
  });

  test('of none: nothing, and no value', () => {
    expect(meanOf()).toEqual({ numerator: 0, denominator: 0, value: null, spread: null, asides: [] });
  });

  test('of cases without an amount: they are left out', () => {
    expect(meanOf(undefined, 4, 0).spread).toEqual({ mean: 2, lowerQuartile: 1, median: 2, upperQuartile: 3 });
    expect(meanOf(undefined).spread).toBeNull();
  });
});

describe('the value', () => {
  test('of a median is the median', () => {
    expect(figureOf({ measure: 'median' }, casesOf(1, 2, 30)).value).toBe(2);
  });

  test('of the largest is the largest', () => {
    expect(figureOf({ measure: 'largest' }, casesOf(9, 100, 10)).value).toBe(100);
  });

  test('of cases per person is their mean, and the spread is over the people', () => {
    const of = (...people: readonly string[]) =>
      figureOf(
        { measure: 'per-person' },
        people.map((personId) => caseWith({ personId })),
      );
    expect(of('kari', 'ola', 'kari', 'kari')).toMatchObject({
      numerator: 4,
      denominator: 2,
      value: 2,
      spread: { mean: 2, lowerQuartile: 1.5, median: 2, upperQuartile: 2.5 },
    });
  });

  test('of a share of amounts is the share of those that count', () => {
    const cases = [caseWith({ amount: 30 }), caseWith({ amount: 90, counts: false })];
    expect(figureOf({ measure: 'share-of-amount' }, cases)).toMatchObject({
      numerator: 30,
      denominator: 120,
      value: 25,
    });
  });
});
