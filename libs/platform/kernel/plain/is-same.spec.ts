import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSame } from './is-same.js';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
};

test('values with their keys in another order are equal', () =>
  fc.assert(
    fc.property(fc.jsonValue(), (value) => expect(isSame(value, shuffled(structuredClone(value)))).toBe(true)),
    { seed: 20_261_122 },
  ));

test.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: 1, b: null }],
  [{ a: undefined }, { b: undefined }],
  [
    [1, 2],
    [2, 1],
  ],
  [[], {}],
  [null, {}],
  [0, '0'],
])('%j differs from %j', (one, other) => {
  expect(isSame(one, other)).toBe(false);
  expect(isSame(other, one)).toBe(false);
});
