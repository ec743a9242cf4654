import { expect, test } from '@jest/globals';
import type { Unit } from '../../parts/unit-link/all-units.js';
import { choose, leftAfter, NEW_SERVICE, registered, type Choices } from './serving.js';

const unit = (unitId: string, ...services: Unit['services']) =>
  ({ unitId, revision: '7', services }) as unknown as Unit;
const chosenOf = (choices: Choices) => [...choices].map(([id, { serves }]) => [id, serves]);
const ppt = { serviceId: 'ppt', contactId: 'pia', mustAttend: false };
const none: Choices = new Map();

test('a unit is registered with the service, or without it', () => {
  expect(registered(unit('a', ppt), 'ppt')).toEqual({ contactId: 'pia', mustAttend: false });
  expect(registered(unit('a', ppt), 'nurses')).toBeNull();
});

test('many units are chosen at once; those that have the service already keep how it serves them', () => {
  const choices = choose(none, [unit('a', ppt), unit('b')], 'ppt', (serves) => serves ?? NEW_SERVICE);
  expect(chosenOf(choices)).toEqual([['b', { contactId: null, mustAttend: true }]]);
});

test('a choice that is taken back is no choice', () => {
  const taken = choose(none, [unit('a', ppt)], 'ppt', () => null);
  expect(chosenOf(taken)).toEqual([['a', null]]);
  const back = choose(taken, [unit('a', ppt)], 'ppt', () => ({ contactId: 'pia', mustAttend: false }));
  expect([...back]).toEqual([]);
});

test('a choice changes what was chosen before, not what is registered', () => {
  const chosen = choose(none, [unit('a')], 'ppt', () => NEW_SERVICE);
  const withContact = choose(chosen, [unit('a')], 'ppt', (serves) => serves && { ...serves, contactId: 'pia' });
  expect(chosenOf(withContact)).toEqual([['a', { contactId: 'pia', mustAttend: true }]]);
});

test('choices of other units stay', () => {
  const chosen = choose(none, [unit('a')], 'ppt', () => NEW_SERVICE);
  expect([...choose(chosen, [unit('b')], 'ppt', () => NEW_SERVICE).keys()]).toEqual(['a', 'b']);
});

test('a choice remembers the revision that was seen first, until the unit was refused', () => {
  const chosen = choose(none, [unit('a')], 'ppt', () => NEW_SERVICE);
  const later = { ...unit('a'), revision: '8' };
  const again = choose(chosen, [later], 'ppt', (serves) => serves && { ...serves, mustAttend: false });
  expect(again.get('a')?.seen).toBe('7');
  expect([...leftAfter(again, ['a'])]).toEqual([
    ['a', { serves: { contactId: null, mustAttend: false }, seen: undefined }],
  ]);
  expect([...leftAfter(again, [])]).toEqual([]);
});
