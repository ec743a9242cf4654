import { expect, test } from '@jest/globals';
import { childrenIn, draftOf, NEW_UNIT, unitIn, type UnitDetails } from './unit-details.js';

test.each([
  ['', null],
  [' 120 ', 120],
  ['1 200', 1200],
  ['0', 0],
  ['100000', undefined],
  ['-1', undefined],
  ['1,5', undefined],
  ['mange', undefined],
])('a number of children %j is read as %j', (typed, children) => {
  expect(childrenIn(typed)).toBe(children);
});

test('a unit needs a name; a number and an area may be missing', () => {
  expect(unitIn(NEW_UNIT)).toBeUndefined();
  expect(unitIn({ ...NEW_UNIT, name: ' Lia skole ' })).toEqual({
    name: 'Lia skole',
    kind: 'school',
    ownership: 'public',
    children: null,
    area: null,
  });
  expect(unitIn({ ...NEW_UNIT, name: 'Lia skole', children: 'mange' })).toBeUndefined();
});

test('details that are shown in the form and sent again are the same', () => {
  const details: UnitDetails = {
    name: 'Tussilago barnehage',
    kind: 'kindergarten',
    ownership: 'private',
    children: 42,
    area: 'Nord',
  };
  expect(unitIn(draftOf(details))).toEqual(details);
});
