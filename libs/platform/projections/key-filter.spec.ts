import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stableId } from '#platform/kernel';
import { KeyFilter } from './key-filter.js';

test('never denies an address that was added', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (addresses) => {
      const filter = new KeyFilter();
      for (const [tenant, key] of addresses) filter.add(tenant, key);
      expect(addresses.every(([tenant, key]) => filter.mayHave(tenant, key))).toBe(true);
    }),
    // Each filter is two megabytes.
    { numRuns: 20, seed: 20261129 },
  );
});

test('denies nearly every address that was not added, such as the same key of another tenant', () => {
  const filter = new KeyFilter();
  for (let nr = 0; nr < 10_000; nr += 1) filter.add('3203', stableId('added', nr));
  const mistaken = (tenant: string, name: string) =>
    Array.from({ length: 10_000 }, (_, nr) => stableId(name, nr)).filter((key) => filter.mayHave(tenant, key)).length;
  expect(mistaken('3203', 'other')).toBeLessThan(10);
  expect(mistaken('0301', 'added')).toBeLessThan(10);
});
