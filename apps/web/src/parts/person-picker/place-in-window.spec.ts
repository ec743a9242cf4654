import { expect, test } from '@jest/globals';
import { placeInWindow } from './place-in-window.js';

const view = { width: 360, height: 640 };
const list = { width: 300, height: 256 };
const field = (left: number, top: number) => ({ left, top, bottom: top + 40 });

test.each([
  ['in the middle it opens below, at the field', field(20, 100), { above: false, shift: 0, maxHeight: 492 }],
  ['near the lower edge it opens above', field(20, 500), { above: true, shift: 0, maxHeight: 492 }],
  ['near the right edge it moves to the left', field(100, 100), { above: false, shift: 48, maxHeight: 492 }],
  ['it never begins left of the window', field(30, 100), { above: false, shift: 0, maxHeight: 492 }],
])('%s', (_, at, placement) => {
  expect(placeInWindow(at, list, view)).toEqual(placement);
});

test('a list that fits nowhere opens on the larger side and is no higher than it', () => {
  const low = { width: 800, height: 200 };
  expect(placeInWindow(field(20, 100), list, low)).toEqual({ above: true, shift: 0, maxHeight: 92 });
  expect(placeInWindow(field(20, 40), list, low)).toEqual({ above: false, shift: 0, maxHeight: 112 });
});

test('a list as wide as the window begins at its edge', () => {
  expect(placeInWindow(field(100, 100), { width: 400, height: 200 }, view).shift).toBe(92);
});
