import { expect, test } from '@jest/globals';
import { dialling, phoneInWords } from './phones.js';

const spaced = (text: string) => text.replaceAll(' ', '\u00a0');

test.each([
  ['91234567', '912 34 567', 'tel:+4791234567'],
  ['40000000', '400 00 000', 'tel:+4740000000'],
  ['22334455', '22 33 44 55', 'tel:+4722334455'],
  ['02800', '02800', 'tel:02800'],
  ['+46701234567', '+46701234567', 'tel:+46701234567'],
])('the number %s is written «%s» and dialled as %s', (phone, words, address) => {
  expect(phoneInWords(phone)).toBe(spaced(words));
  expect(dialling(phone)).toBe(address);
});
