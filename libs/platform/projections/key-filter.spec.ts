import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stableId } from '#platform/kernel';
import { KeyFilter } from './key-filter.js';

test('never denies a key that was added', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      const filter = new KeyFilter();
      for (const key of keys) filter.add(key);
      expect(keys.every((key) => filter.mayHave(key))).toBe(true);
    }),
    // Each filter is two megabytes.
    { numRuns: 20, seed: 20261129 },
  );
});

test('denies nearly every key that was not added', () => {
  const filter = new KeyFilter();
  for (let nr = 0; nr < 10_000; nr += 1) filter.add(stableId('added', nr));
  const mistaken = Array.from({ length: 10_000 }, (_, nr) => stableId('other', nr)).filter((key) =>
    filter.mayHave(key),
  );
  expect(mistaken.length).toBeLessThan(10);
});
