import { describe, expect, test } from '@jest/globals';
import { isNear, matchingItems, matchesEveryWord, wordsTyped } from './words.js';

const NAMES = ['Kvernmoen skole', 'Bjørn Åsen', 'Ålesund barnehage 974600951', 'Bjarne Moe', 'Ungdomsskolen'];
const found = (typed: string) => matchingItems(NAMES, typed, (name) => name);

test('a number written in groups is one word', () => {
  expect(wordsTyped('974 600 951')).toEqual(['974600951']);
  expect(wordsTyped('974\u00a0600')).toEqual(['974600']);
  expect(wordsTyped('3. trinn 2026')).toEqual(['3', 'trinn', '2026']);
});

test('of a long search input only the beginning is read', () => {
  expect(wordsTyped(`skole ${' '.repeat(1_000)} barnehage`)).toEqual(['skole']);
});

describe('matching a search text', () => {
  test.each([
    ['kvernmoen', ['Kvernmoen skole']],
    ['kvernmon', ['Kvernmoen skole']],
    ['kvenrmoen', ['Kvernmoen skole']],
    ['kvernnmoen sko', ['Kvernmoen skole']],
    ['Bjorn', ['Bjørn Åsen']],
    ['bjoern aasen', ['Bjørn Åsen']],
    ['bjørn asen', ['Bjørn Åsen']],
    ['BJØ', ['Bjørn Åsen']],
    ['974 600 951', ['Ålesund barnehage 974600951']],
    ['974 600', ['Ålesund barnehage 974600951']],
    ['974600952', []],
    ['domsskole', ['Ungdomsskolen']],
    ['as', []],
    ['%', []],
    ['', NAMES],
  ])('«%s» finds %j', (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  test('exact matches are not mixed with similar words', () => {
    expect(found('bjarne')).toEqual(['Bjarne Moe']);
    expect(matchesEveryWord(wordsTyped('bjarne'), 'Bjørne')).toBe(false);
  });
});

test.each(['åsen', 'Åsen', 'asen', 'aasen', 'bjønr', 'bjørn', 'Bjorn', '974 600 951'])(
  '«%s» finds the same with precomposed and with combining characters',
  (typed) => {
    const names = ['Bjørn Åsen 974600951', 'Kvernmoen skole'];
    for (const form of ['NFC', 'NFD'] as const)
      for (const typedForm of ['NFC', 'NFD'] as const) {
        const written = names.map((name) => name.normalize(form));
        expect(matchingItems(written, typed.normalize(typedForm), (name) => name)).toEqual([written[0]]);
        expect(matchesEveryWord(wordsTyped(typed.normalize(typedForm)), written[0]!)).toBe(
          matchesEveryWord(wordsTyped(typed), names[0]!),
        );
      }
  },
);

test('short words and numbers match exactly only', () => {
  expect(isNear('moe', 'mae')).toBe(false);
  expect(isNear('2026', '2025')).toBe(false);
});

test('a long text is not compared letter by letter', () => {
  expect(isNear('a'.repeat(1_000_000), 'b'.repeat(1_000_000))).toBe(false);
});
