import { expect, test } from '@jest/globals';
import { linesOf, signInDecisions } from './decisions.js';

const QUESTIONS = ['018f0c5e-0000-7000-8000-000000000d01', '018f0c5e-0000-7000-8000-000000000d02'];

test('each question of a sign-in is told by itself', () => {
  expect(signInDecisions(QUESTIONS).map(({ newsId, upTo }) => [newsId, upTo])).toEqual([
    ['sign-ins', QUESTIONS[0]],
    ['sign-ins', QUESTIONS[1]],
  ]);
});

test('a mail has one line for all sign-ins, which counts everybody who waits', () => {
  const [, latest] = signInDecisions(QUESTIONS);
  expect(linesOf(signInDecisions(QUESTIONS))).toEqual([{ what: 'sign-ins', count: 2 }]);
  expect(linesOf([latest!])).toEqual([{ what: 'sign-ins', count: 2 }]);
  expect(linesOf([])).toEqual([]);
});
