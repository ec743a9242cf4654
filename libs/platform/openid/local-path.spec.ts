import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localPath } from './local-path.js';

test.each(['/', '/moter', '/tiltak?vis=mine', '/oppfolging/ring#3'])('returns to the page %s', (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  undefined,
  '',
  'moter',
  'https://elsewhere.example',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/..//elsewhere.example',
  '/.//elsewhere.example',
  'javascript:alert(1)',
  `/${'a'.repeat(500)}`,
])('does not return to %j', (path) => {
  expect(localPath(path)).toBe('/');
});

test('never leaves the origin, whatever is given', () => {
  const parts = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '//',
    '\t',
    '\r\n',
    'elsewhere.example',
    '@',
    ':',
    '%2f',
    '%5c',
    '?',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (path) => {
      const own = 'https://samspill.example.no';
      const target = new URL(localPath(`/${path.join('')}`), `${own}/openid/callback`);
      expect(target.origin).toBe(own);
    }),
    { numRuns: 2000 },
  );
});
