import { expect, test } from '@jest/globals';
import { addressOf, viewOf } from './agreements-address.js';

test('what the page shows stands in its address, and is read from it', () => {
  const view = { schoolYear: 2026, state: 'waiting', page: 2 } as const;
  expect(String(addressOf(view))).toBe('ar=2026&vis=venter&side=2');
  expect(viewOf(addressOf(view))).toEqual(view);
});

test('values that mean nothing are ignored', () => {
  expect(viewOf(new URLSearchParams('ar=nei&vis=alt&side=-4'))).toEqual({
    schoolYear: undefined,
    state: undefined,
    page: 1,
  });
});
