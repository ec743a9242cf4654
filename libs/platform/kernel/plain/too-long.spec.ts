import { expect, test } from '@jest/globals';
import { lettersTooMany, tooLongInWords } from './too-long.js';

test('a text is too long by the number of characters beyond the limit', () => {
  expect([499, 500, 501, 790].map((length) => lettersTooMany('a'.repeat(length), 500))).toEqual([0, 0, 1, 290]);
});
test('the sentence tells how much to remove', () => {
  expect(tooLongInWords(290, 500).nb).toBe('Teksten er 290 tegn for lang. Kort den ned til 500 tegn.');
  expect(tooLongInWords(1, 500).nn).toBe('Teksten er eitt teikn for lang. Kort han ned til 500 teikn.');
  expect(tooLongInWords(1, 500).en).toBe('The text is one character too long. Shorten it to 500 characters.');
});
