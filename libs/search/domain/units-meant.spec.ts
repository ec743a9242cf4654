import { expect, test } from '@jest/globals';
import { unitsMeant } from './units-meant.js';

const schools = Array.from({ length: 72 }, (_, i) => `school ${i}`);
const north = ['school 3', 'nursery 1'];

test('a word that few units have means those', () => {
  expect(unitsMeant([north, []])).toEqual([north, []]);
});

test('a word that many have means those of them that the telling words leave', () => {
  expect(unitsMeant([north, schools])).toEqual([north, ['school 3']]);
});

test('a word that many have means none by itself', () => {
  expect(unitsMeant([schools])).toEqual([[]]);
});

test('two words that many have mean the few that have both', () => {
  const east = [...Array.from({ length: 20 }, (_, i) => `nursery ${i}`), 'school 7'];
  expect(unitsMeant([schools, east])).toEqual([['school 7'], ['school 7']]);
});
