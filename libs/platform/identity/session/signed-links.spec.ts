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

  test('holds as it is written only, without a letter more or less', () => {
    const signature = links.sign('feed', '9901', 'a');
    // Decoders of base64 pass over most of these.
    for (const more of ['=', '==', '.', ' ', '\n', '%', 'A', '-', 'é', '\0'])
      for (const other of [signature + more, more + signature, signature.slice(0, 9) + more + signature.slice(9)])
        expect([other, links.isSigned(other, 'feed', '9901', 'a')]).toEqual([other, false]);
    expect(links.isSigned(signature.slice(0, -1), 'feed', '9901', 'a')).toBe(false);
    const plain = signature.replaceAll('-', '+').replaceAll('_', '/');
    expect(links.isSigned(plain, 'feed', '9901', 'a')).toBe(plain === signature);
  });

  test('of another installation does not hold', () => {
    const other = new SignedLinks('https://samspill.example.no', secretOf('two'));
    expect(links.isSigned(other.sign('feed', '9901', 'a'), 'feed', '9901', 'a')).toBe(false);
  });

  test('that was made with the previous key holds while that key is named, and new ones are made with the new key', () => {
    const secret = (text: string) => secretOf(text)();
    const { origin } = links;
    const changed = new SignedLinks(origin, secretOf('two'), secret('one'));
    const older = links.sign('feed', '9901', 'a');
    expect(changed.isSigned(older, 'feed', '9901', 'a')).toBe(true);
    expect(changed.isSigned(older, 'feed', '9901', 'b')).toBe(false);
    const newer = changed.sign('feed', '9901', 'a');
    expect(newer).not.toBe(older);
    expect(changed.isSigned(newer, 'feed', '9901', 'a')).toBe(true);
    expect(links.isSigned(newer, 'feed', '9901', 'a')).toBe(false);
    const finished = new SignedLinks(origin, secretOf('two'));
    expect(finished.isSigned(newer, 'feed', '9901', 'a')).toBe(true);
    expect(finished.isSigned(older, 'feed', '9901', 'a')).toBe(false);
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
