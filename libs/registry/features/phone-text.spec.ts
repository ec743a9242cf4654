import { expect, test } from '@jest/globals';
import { PhoneNumber } from '../contract/index.js';
import { readPhone } from './phone-text.js';

test.each([
  ['91234567', '91234567'],
  ['912 34 567', '91234567'],
  ['+47 91 23 45 67', '91234567'],
  ['0047 912 34 567', '91234567'],
  ['(22) 33-44.55', '22334455'],
  ['912\u00a034\u00a0567', '91234567'],
  ['02800', '02800'],
  ['+46 70 123 45 67', '+46701234567'],
  ['  ', null],
])('«%s» is the number %j', (text, number) => {
  expect(readPhone(text)).toBe(number);
  if (number !== null) expect(PhoneNumber.parse(number)).toBe(number);
});

test.each([
  '9123456',
  '912345678',
  '01017012345',
  '010170 12345',
  'ring meg',
  '91234567 (jobb)',
  '+0123456789',
  '1'.repeat(31),
])('«%s» is no telephone number', (text) => {
  expect(readPhone(text)).toBeUndefined();
});
