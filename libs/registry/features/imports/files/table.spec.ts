import { expect, test } from '@jest/globals';
import { columnKey, LIMITS } from './table.js';

test('column names are equal whatever their case, spaces and punctuation', () => {
  for (const name of ['Org. nr', 'ORGNR', ' org-nr: ']) expect(columnKey(name)).toBe('orgnr');
  expect(columnKey('A\u030apen')).toBe('\u00e5pen');
});

test('a text that is too long to be read is no column’s name', () => {
  expect(columnKey(`navn${' '.repeat(LIMITS.text)}`)).not.toBe('navn');
});
