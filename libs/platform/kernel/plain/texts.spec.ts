import { expect, test } from '@jest/globals';
import { nameKey, withoutTrailing } from './texts.js';

test('signs are taken from the end only', () => {
  expect(withoutTrailing('a. b. . ', '. ')).toBe('a. b');
  expect(withoutTrailing('...', '.')).toBe('');
});

test.each([
  ['Åse Bjørnæs', 'Åse Bjørnæs'.normalize('NFD')],
  ['KARI NORDMANN', 'Kari Nordmann'],
  ['Kari\u00a0 Nordmann ', 'Kari Nordmann'],
  ['Kari\u200b Nord\u00admann', 'Kari Nordmann'],
])('«%s» and «%s» are the same name', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

test.each([
  ['Kari Nordmann', 'Kari Nordman'],
  ['Åse', 'Ase'],
  ['Bjorn', 'Bjørn'],
])('«%s» and «%s» are not', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));
