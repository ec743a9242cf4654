import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { stableId } from './stable-id.js';

describe('a stable id', () => {
  // Made with uuid.uuid5 of Python.
  test.each<readonly [parts: readonly (string | number)[], id: string]>([
    [['mail'], '3963a897-d271-5b09-8918-ce0d900877a6'],
    [['digest bench', 7], '647085ac-f6bc-5de2-9c44-bf7ee3669e6a'],
    [['aå–😀', 'x'], '21d5989a-e4b5-5b15-a228-30b97484a98d'],
    [[''], '3439681f-38b3-509a-9761-4f8eb3c834aa'],
    [['x'.repeat(300)], '00a3b3e7-ea37-5a9e-92ed-07d74fcf729e'],
  ])('of %j is %s, in every version of the program', (parts, id) => {
    expect(stableId(...parts)).toBe(id);
  });

  test('is a UUID of version 5, and the same for the same parts only', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), fc.string(), (parts, other) => {
        expect(z.uuid({ version: 'v5' }).safeParse(stableId(...parts)).success).toBe(true);
        expect(stableId(...parts)).toBe(stableId(...parts));
        expect(stableId(...parts, other)).not.toBe(stableId(...parts));
      }),
      { seed: 20261130 },
    );
  });
});
