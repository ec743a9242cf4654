import { expect, test } from '@jest/globals';
import { understandHours, understandKroner } from './understand-amount.js';

test.each([
  ['20000', 20_000],
  ['20 000', 20_000],
  ['20\u00a0000', 20_000],
  ['20.000', 20_000],
  ['1.250.000', 1_250_000],
  ['kr 500', 500],
  ['500 kr', 500],
  ['500,-', 500],
  ['0', 0],
  ['', null],
  ['20,50', null],
  ['20.5', null],
  ['mye', null],
  ['-5', null],
  ['100000001', null],
])('«%s» is %s kroner', (typed, kroner) => {
  expect(understandKroner(typed)).toBe(kroner);
});

test.each([
  ['10', 10],
  ['1,5', 1.5],
  ['1.25', 1.25],
  ['10 t', 10],
  ['10 timer', 10],
  ['1 time', 1],
  ['3 timar', 3],
  ['2 hours', 2],
  ['', null],
  ['ti', null],
  ['1,2,3', null],
  ['-1', null],
  ['100001', null],
])('«%s» is %s hours', (typed, hours) => {
  expect(understandHours(typed)).toBe(hours);
});
