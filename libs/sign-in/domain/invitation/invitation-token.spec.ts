import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PersonId, stableId } from '#platform/kernel';
import { tokenIn, tokenTextOf } from './invitation-token.js';

const personId = PersonId.parse(stableId('coordinator'));
const secret = 'A'.repeat(43);

test('a token is read as it was written', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z0-9]{4,32}$/),
      fc.uuid(),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (tenant, person, bytes) => {
        const token = { tenant, personId: PersonId.parse(person), secret: Buffer.from(bytes).toString('base64url') };
        expect(tokenIn(tokenTextOf(token))).toEqual(token);
      },
    ),
    { seed: 15, numRuns: 200 },
  );
});

test.each([
  ['', 'nothing'],
  [`3203.${personId}`, 'no secret'],
  [`3203.${personId}.${secret}.more`, 'too much'],
  [`3203.${personId}.${secret.slice(1)}`, 'a shorter secret, as of a link that was cut off'],
  [`3203.kari.${secret}`, 'no person'],
  [`32/03.${personId}.${secret}`, 'no tenant'],
])('%j is no token: %s', (text) => {
  expect(tokenIn(text)).toBeUndefined();
});
