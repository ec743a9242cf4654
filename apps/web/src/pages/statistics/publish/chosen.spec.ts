import { expect, test } from '@jest/globals';
import { addressOf, withChoice } from './chosen.js';

test('figures are chosen, divided and left out, in the order of their numbers', () => {
  const two = withChoice(withChoice([], 7, null), 2, 'unit');
  expect(addressOf(two)).toBe('2:unit,7');
  expect(addressOf(withChoice(two, 7, 'month'))).toBe('2:unit,7:month');
  expect(addressOf(withChoice(two, 2, undefined))).toBe('7');
});
