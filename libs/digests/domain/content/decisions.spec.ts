import { expect, test } from '@jest/globals';
import type { SchoolYear, UnitId } from '#platform/kernel';
import { agreementDecision, linesOf, signInDecisions } from './decisions.js';

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

test('agreements are one line too, and another version is another decision', () => {
  const waits = (unitId: string, version: number) => {
    const of = { unitId: unitId as UnitId, schoolYear: 2026 as SchoolYear };
    return agreementDecision({ ...of, version, approverIds: [] });
  };
  expect(linesOf([waits('one', 1), ...signInDecisions(QUESTIONS), waits('two', 3)])).toEqual([
    { what: 'sign-ins', count: 2 },
    { what: 'agreements', unitIds: ['one', 'two'] },
  ]);
  expect(waits('one', 1)).toEqual(waits('one', 1));
  expect(waits('one', 2)).toMatchObject({ newsId: waits('one', 1).newsId });
  expect(waits('one', 2).upTo).not.toBe(waits('one', 1).upTo);
});
