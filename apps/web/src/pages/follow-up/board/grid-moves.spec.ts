import { expect, test } from '@jest/globals';
import { moved } from './grid-moves.js';

const size = { rows: 30, columns: 12 };
const from = (row: number, column: number, key: string, ctrlKey = false) => {
  const place = moved({ row, column }, { key, ctrlKey }, size);
  return place && [place.row, place.column];
};

test.each([
  ['ArrowDown', [4, 5], [5, 5]],
  ['ArrowUp', [4, 5], [3, 5]],
  ['ArrowLeft', [4, 5], [4, 4]],
  ['ArrowRight', [4, 5], [4, 6]],
  ['Home', [4, 5], [4, 0]],
  ['End', [4, 5], [4, 11]],
  ['PageDown', [4, 5], [14, 5]],
  ['PageUp', [14, 5], [4, 5]],
] as const)('%s leads from %j to %j', (key, [row, column], to) => expect(from(row, column, key)).toEqual(to));

test('Ctrl moves to the corners and the edges', () => {
  expect(from(4, 5, 'Home', true)).toEqual([0, 0]);
  expect(from(4, 5, 'End', true)).toEqual([29, 11]);
  expect(from(4, 5, 'ArrowDown', true)).toEqual([29, 5]);
  expect(from(4, 5, 'ArrowUp', true)).toEqual([0, 5]);
  expect(from(4, 5, 'ArrowLeft', true)).toEqual([4, 0]);
  expect(from(4, 5, 'ArrowRight', true)).toEqual([4, 11]);
});
test('moves stay within the grid', () => {
  expect(from(0, 0, 'ArrowUp')).toEqual([0, 0]);
  expect(from(0, 0, 'ArrowLeft')).toEqual([0, 0]);
  expect(from(29, 11, 'ArrowRight')).toEqual([29, 11]);
  expect(from(25, 3, 'PageDown')).toEqual([29, 3]);
});
test('other keys are left to the browser', () => expect(from(4, 5, 'Tab')).toBeUndefined());
