import { expect, test } from '@jest/globals';
import { wordsIn } from '#platform/kernel';
import { asTsquery, beginning, oneOf, word } from './index-query.js';
import { wordsOfDay } from './words.js';

test.each([
  ['Nansenparken skole', ['nansenparken', 'skole']],
  ['Åsen, ÅSEN og Aasen', ['aasen', 'og']],
  ['Bærum Sørum Håøya', ['baerum', 'soerum', 'haaoeya']],
  ['Anne-Berit Moe', ['anne', 'berit', 'moe']],
  ['Ŋuorgam, Kárášjohka og Müller-Strauß', ['nuorgam', 'karasjohka', 'og', 'muller', 'strauss']],
  ['PP-tjenesten (3.–5. trinn)', ['pp', 'tjenesten', '3', '5', 'trinn']],
  ['  \'"&|!:*()\\ ', []],
  ['#u974552876', ['u974552876']],
])('«%s» has the words %j', (text, words) => {
  expect(wordsIn(text)).toEqual(words);
});

test('a letter with a combining accent is the same letter', () => {
  expect(wordsIn('A\u030asen')).toEqual(wordsIn('Åsen'));
});

test('a day is found by its month in every language, and by its year', () => {
  expect(wordsOfDay('2026-10-14')).toEqual(['oktober', 'october', '2026']);
});

test('a search text consists of words only, whatever its characters', () => {
  const sought = [[beginning('nans'), ...oneOf(["#u1'0"])], [word('des')]];
  expect(asTsquery(sought)).toBe(`('nans':* | '#u10') & ('des')`);
});
