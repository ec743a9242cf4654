import { expect, test } from '@jest/globals';
import { periodOf } from '../../contract/index.js';
import { day, YEAR } from './children.examples.js';
import { finalMoment, reasonAgainst } from './index.js';

test('figures about children are given of a school year, thirty days after it, and never change', () => {
  expect(finalMoment(YEAR, day('2026-08-30'))).toBeUndefined();
  expect(finalMoment(YEAR, day('2026-08-31'))).toEqual(new Date('2026-08-30T21:59:00Z'));
  expect(finalMoment(YEAR, day('2030-01-01'))).toEqual(new Date('2026-08-30T21:59:00Z'));
});

test.each([
  ['the spring, which the year minus the autumn is', { period: periodOf('2026H1')!, isFiltered: false }, 'not-divided'],
  ['the autumn', { period: periodOf('2025H2')!, isFiltered: false }, undefined],
  ['several years', { period: periodOf('2020-2026')!, isFiltered: false }, 'not-divided'],
  ['one unit', { period: YEAR, isFiltered: true }, 'not-divided'],
  ['areas, which are sums of units', { period: YEAR, by: 'area', isFiltered: false } as const, 'not-divided'],
  ['a year that is not final', { period: periodOf('2026-2027')!, isFiltered: false }, 'not-final'],
  ['units', { period: YEAR, by: 'unit', isFiltered: false } as const, undefined],
])('figures about children of %s', (_, question, expected) => {
  expect(reasonAgainst(question, day('2026-12-01'))).toBe(expected);
});
