import { expect, test } from '@jest/globals';
import { ALL, countOf, isChosen, NONE, toggled } from './chosen.js';

test('some rows are chosen one by one, and a second click takes one out', () => {
  const two = toggled(toggled(NONE, 'a'), 'b');
  expect([isChosen(two, 'a'), isChosen(two, 'c'), countOf(two, 300)]).toEqual([true, false, 2]);
  expect(countOf(toggled(two, 'a'), 300)).toBe(1);
});

test('all are chosen, also those on other pages, except what is taken out', () => {
  expect([isChosen(ALL, 'on another page'), countOf(ALL, 300)]).toEqual([true, 300]);
  const butOne = toggled(ALL, 'a');
  expect([isChosen(butOne, 'a'), isChosen(butOne, 'b'), countOf(butOne, 300)]).toEqual([false, true, 299]);
  expect(countOf(toggled(butOne, 'a'), 300)).toBe(300);
});
