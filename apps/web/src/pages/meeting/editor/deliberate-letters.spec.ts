import { beforeEach, expect, test } from '@jest/globals';
import { DeliberateLetters, REST_MS } from './deliberate-letters.js';

let done: string[];
let timers: Set<() => void>;
let letters: DeliberateLetters;
const MEANS = new Set(['g', 'v', 'e', 'a', 'i']);
beforeEach(() => {
  done = [];
  timers = new Set();
  letters = new DeliberateLetters((_, run) => {
    const timer = () => {
      timers.delete(timer);
      run();
    };
    timers.add(timer);
    return () => timers.delete(timer);
  });
});
const press = (letter: string, at: number) =>
  letters.press(at, MEANS.has(letter) ? () => done.push(letter) : undefined);
const rest = () => [...timers].forEach((timer) => timer());

test('a single letter counts after a pause', () => {
  press('g', 0);
  expect(done).toEqual([]);
  rest();
  expect(done).toEqual(['g']);
});
test('the next letter counts too, after another pause', () => {
  press('g', 0);
  rest();
  press('v', REST_MS);
  rest();
  expect(done).toEqual(['g', 'v']);
});
test.each(['felles rutine', 'avtale', 'gi', 'ee'])('«%s» typed quickly changes nothing', (text) => {
  [...text].forEach((letter, i) => press(letter, i * 80));
  rest();
  expect(done).toEqual([]);
});
test('a letter followed at once by a key that is no letter counts', () => {
  press('g', 0);
  letters.settle();
  rest();
  expect(done).toEqual(['g']);
  letters.settle();
  expect(done).toEqual(['g']);
});
