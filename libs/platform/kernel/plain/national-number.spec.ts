import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holdsNationalNumber } from './national-number.js';

// Invented numbers: the registers' test persons have 80 added to the month.
test.each([
  'ring 15817012345 i morgen',
  '158170 12345',
  '158170-12345',
  '15.81.70 12345',
  '15 81 70 – 12345',
  'nr15817012345.',
  '１５８１７０１２３４５',
  '158170\u200b12345',
  '\u202a158170\u202c\u200e12345',
  '15\u206681\u206970\u200f12345',
  '1\ufe0f\u20e3581701\ufe0f2345',
  '55017012345 (D-nummer)',
  '15-81-70-12345',
  '1581\u00a070\u00a012345',
  '1581 7012326',
  '158 170 123 26',
  '15.81.1970 12326',
  '1 5 8 1 7 0 1 2 3 2 6',
  'ring 67 90 70 00 15 81 7012326',
  '812345 67802 (hjelpenummer)',
])('finds a national number in «%s»', (text) => expect(holdsNationalNumber(text)).toBe(true));

test.each([
  'ring 67 90 70 00 før 1.12.2026',
  'organisasjonsnummer 974 552 876',
  'tlf. +47 913 12 345',
  'uke 40–48, 12000 kroner, 2026-11-22',
  '999999 12345',
  'sak 2026/0012345',
  '123456789012 er tolv siffer',
  '1581 7012345 har gale kontrollsiffer',
  'frist 01.12.2026 – 12000 kroner',
  'møte 01.12.2026 67907000',
  'KID 0123 4567 8901 2345',
  '',
])('finds none in «%s»', (text) => expect(holdsNationalNumber(text)).toBe(false));

test('eleven digits between other characters are always found', () => {
  fc.assert(
    fc.property(
      fc.string().filter((s) => !/\d\s*$/u.test(s.normalize('NFKC'))),
      fc.integer({ min: 0, max: 99_999_999_999 }),
      (before, n) => holdsNationalNumber(`${before} ${String(n).padStart(11, '0')} `),
    ),
    { seed: 1 },
  );
});

const weighed = (digits: string, weights: readonly number[]) =>
  (11 - (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11)) % 11;
/** Invented numbers with valid check digits, of every series that contains a birth date. */
const numbers = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom(0, 40),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom(0, 40, 65, 80),
    fc.integer({ min: 0, max: 99_999 }),
  )
  .map(([day, dayAdded, month, monthAdded, rest]) => {
    const nine = [day + dayAdded, month + monthAdded].map((it) => String(it).padStart(2, '0')).join('');
    const begun = nine + String(rest).padStart(5, '0');
    const first = weighed(begun, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    return begun + String(first) + String(weighed(begun + String(first), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
  })
  .filter((digits) => digits.length === 11);
const between = fc.constantFrom('', '', '', ' ', '.', '-', '\u00a0', ' – ', '. ', '\u200b');

test('a valid number is found however it is split', () => {
  fc.assert(
    fc.property(numbers, fc.array(between, { minLength: 11, maxLength: 11 }), (digits, gaps) =>
      holdsNationalNumber(`om ${[...digits].map((digit, i) => digit + gaps[i]!).join('')} i dag`),
    ),
    { seed: 2, numRuns: 500 },
  );
});

test('an invalid number in an unusual split is not found', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 9 }), (digits, added) => {
      const wrong = digits.slice(0, 10) + String((Number(digits[10]) + added) % 10);
      return !holdsNationalNumber(`${wrong.slice(0, 4)} ${wrong.slice(4)}`);
    }),
    { seed: 3 },
  );
});

const times = (size: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size });
const written = (...sizes: number[]) => fc.tuple(...sizes.map(times)).map((it) => it.map((part) => part.join('')));
test('organisation numbers, telephone numbers, days and amounts in one text are not national numbers', () => {
  const others = fc.oneof(
    written(3, 3, 3).map((it) => it.join(' ')),
    written(2, 2, 2, 2).map((it) => it.join(' ')),
    written(3, 2, 3).map((it) => `+47 ${it.join(' ')}`),
    fc
      .date({ noInvalidDate: true, min: new Date('2000'), max: new Date('2099') })
      .map((it) => it.toISOString().slice(0, 10)),
    fc.integer({ min: 0, max: 99_999 }).map((it) => `${it} kr`),
  );
  fc.assert(
    fc.property(fc.array(others), (all) => !holdsNationalNumber(all.join(', '))),
    { seed: 4 },
  );
});
