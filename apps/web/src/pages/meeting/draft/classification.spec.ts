import { expect, test } from '@jest/globals';
import { proposedFor, proposedPlaces, waitingForConfirmation, withProposals } from './classification.js';
import { anAction, anEmptyDraft } from './draft.examples.js';

const usual = { level: 'system', category: 'other' };
const nothing = { level: null, category: null };
const actions = [
  anAction('a'),
  anAction('b', { level: 'group' }),
  anAction('c', { category: 'guidance' }),
  anAction('d'),
];

test('proposals follow the nearest action above, else the unit’s habit', () => {
  expect([0, 2, 3, 4].map((i) => proposedFor(actions, i, usual))).toEqual([
    usual,
    { level: 'group', category: 'other' },
    { level: 'group', category: 'guidance' },
    { level: 'group', category: 'guidance' },
  ]);
  expect(proposedFor(actions, 0, nothing)).toEqual(nothing);
});

test('proposals are made only for empty fields', () => {
  expect([...proposedPlaces(actions, nothing)]).toEqual(['actions.c.level', 'actions.d.level', 'actions.d.category']);
  expect([...proposedPlaces([], usual)]).toEqual([]);
});

test('confirming accepts the proposals and keeps the user’s choices', () => {
  const draft = { ...anEmptyDraft, actions };
  expect(withProposals(draft, usual).actions.map(({ level, category }) => [level, category])).toEqual([
    ['system', 'other'],
    ['group', 'other'],
    ['group', 'guidance'],
    ['group', 'guidance'],
  ]);
  expect(draft.actions).toBe(actions);
});

test('an action with two proposals is counted once', () => {
  expect(waitingForConfirmation(actions, usual)).toBe(4);
  expect(waitingForConfirmation(actions, nothing)).toBe(2);
  expect(waitingForConfirmation(withProposals({ ...anEmptyDraft, actions }, usual).actions, usual)).toBe(0);
});
