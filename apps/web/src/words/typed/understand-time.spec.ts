import { expect, test } from '@jest/globals';
import { understandTime } from './understand-time.js';

test.each([
  ['12.30', '12:30'],
  ['12:30', '12:30'],
  ['1230', '12:30'],
  ['930', '09:30'],
  ['9', '09:00'],
  ['kl. 14', '14:00'],
  ['23.59', '23:59'],
  ['24.00', null],
  ['12.60', null],
  ['halv ett', null],
  ['', null],
])('«%s» is %s', (typed, time) => {
  expect(understandTime(typed)).toBe(time);
});
