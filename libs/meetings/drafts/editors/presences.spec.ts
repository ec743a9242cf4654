import { expect, test } from '@jest/globals';
import { Presences } from './presences.js';

const HALF_A_MINUTE = 30;
const book = () => new Presences(HALF_A_MINUTE);

test('editors are listed in order of arrival, each with the field they are in', () => {
  const present = book();
  expect(present.here('draft', 'kari', 0)).toBe(true);
  expect(present.here('draft', 'ola', 1, 'place')).toBe(true);
  expect(present.here('draft', 'kari', 2, 'actions.0.text')).toBe(true);
  expect(present.in('draft')).toEqual([
    { personId: 'kari', field: 'actions.0.text' },
    { personId: 'ola', field: 'place' },
  ]);
  expect(present.in('another draft')).toEqual([]);
});

test('a signal without a field keeps the field; leaving the field clears it', () => {
  const present = book();
  present.here('draft', 'ola', 0, 'place');
  expect(present.here('draft', 'ola', 10)).toBe(false);
  expect(present.here('draft', 'ola', 11, 'place')).toBe(false);
  expect(present.here('draft', 'ola', 12, null)).toBe(true);
  expect(present.in('draft')).toEqual([{ personId: 'ola', field: null }]);
});

test('an editor without a signal for half a minute is removed; a further signal keeps them', () => {
  const present = book();
  present.here('draft', 'kari', 0);
  present.here('draft', 'ola', 0);
  present.here('draft', 'ola', 20);
  expect(present.sweep(29)).toEqual([]);
  expect(present.sweep(30)).toEqual(['draft']);
  expect(present.in('draft')).toEqual([{ personId: 'ola', field: null }]);
  expect(present.sweep(50)).toEqual(['draft']);
  expect(present.sweep(51)).toEqual([]);
});

test('an editor who leaves is removed at once', () => {
  const present = book();
  present.here('draft', 'kari', 0);
  expect(present.left('draft', 'kari')).toBe(true);
  expect(present.left('draft', 'kari')).toBe(false);
  expect(present.in('draft')).toEqual([]);
});
