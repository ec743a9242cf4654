import { expect, test } from '@jest/globals';
import { filledText, plainText } from './plain-text.js';

// A fictional number of the registers' test series: the month has 80 added.
const TEST_NUMBER = '01819012345';

test('a registry text may contain anything but a national number', () => {
  expect(plainText(50).parse('  Nye lokaler fra høsten ')).toBe('Nye lokaler fra høsten');
  const refused = plainText(50).safeParse(`Gjelder ${TEST_NUMBER}`);
  expect(refused.error?.issues).toMatchObject([{ code: 'custom', params: { rule: 'national-number' } }]);
});

test('a required text of blanks only is empty', () => {
  for (const blank of ['   ', '\u200b', ' \u202e\u3164', '\u0301'])
    expect(filledText(50).safeParse(blank).error?.issues).toMatchObject([{ code: 'too_small' }]);
  expect(filledText(5).safeParse('for lang').error?.issues).toMatchObject([{ code: 'too_big' }]);
});

test('the length that counts is that of the composed text; a text of four times as many marks is too long', () => {
  // Three marks upon a letter are composed with it: no letter shortens a text more.
  const letter = '\u03b1\u0313\u0300\u0345';
  expect(filledText(5).parse(` ${letter.repeat(5)} `)).toBe('\u1f82'.repeat(5));
  expect(filledText(5).safeParse(letter.repeat(6)).error?.issues).toMatchObject([{ code: 'too_big' }]);
  expect(filledText(5).safeParse('\u0301'.repeat(21)).error?.issues).toMatchObject([{ code: 'too_big' }]);
});
