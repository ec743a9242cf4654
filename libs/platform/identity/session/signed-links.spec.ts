import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SignedLinks } from './signed-links.js';

const secretOf = (text: string) => () => new TextEncoder().encode(text.padEnd(48, '.'));
const links = new SignedLinks('https://samspill.example.no', secretOf('one'));

describe('a signed link', () => {
  test('holds for its purpose and its parts only', () => {
    const signature = links.sign('feed', '9901', 'a');
    expect(signature).toMatch(/^[\w-]{32}$/);
    expect(links.isSigned(signature, 'feed', '9901', 'a')).toBe(true);
    expect(links.isSigned(signature, 'feed', '9902', 'a')).toBe(false);
    expect(links.isSigned(signature, 'unsubscribe', '9901', 'a')).toBe(false);
    expect(links.isSigned(signature, 'feed', '9901a')).toBe(false);
    expect(links.isSigned('', 'feed', '9901', 'a')).toBe(false);
  });

  test('of another installation does not hold', () => {
    const other = new SignedLinks('https://samspill.example.no', secretOf('two'));
    expect(links.isSigned(other.sign('feed', '9901', 'a'), 'feed', '9901', 'a')).toBe(false);
  });

  test('never holds for other parts, whatever they contain', () => {
    const parts = fc.array(fc.string(), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(links.isSigned(links.sign('feed', ...one), 'feed', ...other)).toBe(isSame);
      }),
      { seed: 20261130, numRuns: 200 },
    );
  });
});
