import { expect, test } from '@jest/globals';
import { afterOwnChanges, rememberOwnChange } from './own-changes.js';

test('a second change in a row is based on the user’s own first change', () => {
  rememberOwnChange('a', '3', '4');
  rememberOwnChange('a', '4', '6');
  expect(afterOwnChanges('a', '3')).toBe('6');
  expect(afterOwnChanges('a', '4')).toBe('6');
});

test('a change by others is not treated as one’s own', () => {
  rememberOwnChange('b', '3', '4');
  expect(afterOwnChanges('b', '2')).toBe('2');
  expect(afterOwnChanges('b', '5')).toBe('5');
  expect(afterOwnChanges('c', '3')).toBe('3');
});

test('a command that changed nothing leads to no new revision', () => {
  rememberOwnChange('d', '3', '3');
  expect(afterOwnChanges('d', '3')).toBe('3');
});
