import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holdsNationalNumber } from './national-number.js';

// Invented: the registers' own test people have 80 added to the month.
test.each([
  'ring 15817012345 i morgen',
  '158170 12345',
  '158170-12345',
  '15.81.70 12345',
  '15 81 70 – 12345',
  'nr15817012345.',
  '１５８１７０１２３４５',
  '158170\u200b12345',
  '55017012345 (D-nummer)',
])('sees a national number in «%s»', (text) => expect(holdsNationalNumber(text)).toBe(true));

test.each([
  'ring 67 90 70 00 før 1.12.2026',
  'organisasjonsnummer 974 552 876',
  'tlf. +47 913 12 345',
  'uke 40–48, 12000 kroner, 2026-11-22',
  '999999 12345',
  'sak 2026/0012345',
  '123456789012 er tolv siffer',
  '',
])('sees none in «%s»', (text) => expect(holdsNationalNumber(text)).toBe(false));

test('eleven digits between anything but digits are always seen', () => {
  fc.assert(
    fc.property(
      fc.string().filter((s) => !/\d\s*$/u.test(s.normalize('NFKC'))),
      fc.integer({ min: 0, max: 99_999_999_999 }),
      (before, n) => holdsNationalNumber(`${before} ${String(n).padStart(11, '0')} `),
    ),
    { seed: 1 },
  );
});
