import { expect, test } from '@jest/globals';
import { unitsMeant } from './units-meant.js';

const schools = Array.from({ length: 72 }, (_, i) => `school ${i}`);
const north = ['school 3', 'nursery 1'];

test('a word in few unit names refers to those units', () => {
  expect(unitsMeant([north, []])).toEqual([north, []]);
});

test('a common word refers to the units that the rarer words leave', () => {
  expect(unitsMeant([north, schools])).toEqual([north, ['school 3']]);
});

test('a common word alone refers to no unit', () => {
  expect(unitsMeant([schools])).toEqual([[]]);
});

test('two common words refer to the few units that have both', () => {
  const east = [...Array.from({ length: 20 }, (_, i) => `nursery ${i}`), 'school 7'];
  expect(unitsMeant([schools, east])).toEqual([['school 7'], ['school 7']]);
});
