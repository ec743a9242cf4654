import { expect, test } from '@jest/globals';
import { moved, withAfter } from './row-order.js';

test('a row moves one place, and not out of the list', () => {
  const rows = ['a', 'b', 'c'];
  expect(moved(rows, 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(rows, 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(rows, 0, -1)).toBe(rows);
  expect(moved(rows, 2, 1)).toBe(rows);
  expect(moved(rows, -1, 1)).toBe(rows);
});

test('a copy is inserted right below', () => {
  expect(withAfter(['a', 'b'], 0, 'a2')).toEqual(['a', 'a2', 'b']);
});
