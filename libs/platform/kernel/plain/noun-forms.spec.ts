import { expect, test } from '@jest/globals';
import { counted, listed } from './noun-forms.js';

const meetings = { one: 'ett møte', other: 'møter' };

test('a noun agrees with its number', () => {
  expect([0, 1, 2, 21, 1234].map((n) => counted(n, meetings))).toEqual([
    '0 møter',
    'ett møte',
    '2 møter',
    '21 møter',
    '1234 møter',
  ]);
});
test('zero may have its own phrase, and digits follow the language', () => {
  expect(counted(0, { ...meetings, zero: 'ingen møter' })).toBe('ingen møter');
  expect(counted(1234, meetings, (n) => n.toLocaleString('en-GB'))).toBe('1,234 møter');
});
test('a list ends in «og», in English in «and»', () => {
  const services = ['PPT', 'helsestasjonen', 'barnevernet'];
  expect([0, 1, 2, 3].map((n) => listed(services.slice(0, n), 'nb'))).toEqual([
    '',
    'PPT',
    'PPT og helsestasjonen',
    'PPT, helsestasjonen og barnevernet',
  ]);
  expect(listed(services, 'nn')).toBe('PPT, helsestasjonen og barnevernet');
  expect(listed(['a', null, 'b', undefined, ''], 'en')).toBe('a and b');
});
