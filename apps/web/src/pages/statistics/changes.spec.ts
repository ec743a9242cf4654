import { expect, test } from '@jest/globals';
import { changesOf } from './changes.js';

const part = (key: string, numerator: number, denominator: number) => ({
  key,
  name: `Skule ${key}`,
  figure: { numerator, denominator, value: (numerator / denominator) * 100, spread: null, asides: [] },
});

test('units are compared with themselves, sorted by change and not by level', () => {
  const { large, small, few } = changesOf(
    [part('a', 5, 10), part('b', 10, 10), part('c', 9, 10), part('d', 4, 4), part('e', 1, 10)],
    [part('a', 9, 10), part('b', 5, 10), part('c', 19, 20), part('d', 1, 9), part('e', 4, 10), part('f', 9, 9)],
  );
  expect(large.map(({ unitId, change }) => [unitId, Math.round(change)])).toEqual([
    ['a', 40],
    ['e', 30],
    ['b', -50],
  ]);
  expect(small.map(({ unitId, change }) => [unitId, Math.round(change)])).toEqual([['c', 5]]);
  // d had four cases before, f none.
  expect(few).toBe(2);
});

test('a hidden unit is counted among those that are not shown', () => {
  const hidden = { key: 'a', name: 'Skule a', figure: { hidden: 'small-numbers' as const } };
  expect(changesOf([part('a', 5, 10)], [hidden])).toEqual({ large: [], small: [], few: 1 });
});
