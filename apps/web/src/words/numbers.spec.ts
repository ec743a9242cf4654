import { expect, test } from '@jest/globals';
import { changeInWords, numberInWords, shareInWords } from './numbers.js';

const NBSP = '\u00a0';
const MINUS = '\u2212';

test('numbers are written as in Norway', () => {
  expect(numberInWords(12345, 'nb')).toBe(`12${NBSP}345`);
  expect(numberInWords(12345, 'en')).toBe('12,345');
});

test('a share is in whole per cent, and empty without a total', () => {
  expect(shareInWords(5, 6, 'nb')).toBe(`83${NBSP}%`);
  expect(shareInWords(0, 6, 'nn')).toBe(`0${NBSP}%`);
  expect(shareInWords(0, 0, 'nb')).toBeUndefined();
});

test('a change has its sign, and none where there is none', () => {
  expect([3, -2, 0].map((change) => changeInWords(change, 'nb'))).toEqual(['+3', `${MINUS}2`, '0']);
});
