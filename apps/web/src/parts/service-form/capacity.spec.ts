import { expect, test } from '@jest/globals';
import { capacityFrom } from './capacity.js';

test.each([
  ['', null],
  ['  ', null],
  ['1', 1],
  [' 12 ', 12],
  ['500', 500],
])('«%s» is a capacity', (typed, expected) => {
  expect(capacityFrom(typed)).toBe(expected);
});

test.each(['0', '501', '-1', '1,5', '1e2', 'ti', '1000'])('«%s» is none', (typed) => {
  expect(capacityFrom(typed)).toBeUndefined();
});
