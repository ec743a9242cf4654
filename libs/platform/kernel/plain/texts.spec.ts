import { expect, test } from '@jest/globals';
import { isBlank, nameKey, withoutTrailing } from './texts.js';

test('characters are removed from the end only', () => {
  expect(withoutTrailing('a. b. . ', '. ')).toBe('a. b');
  expect(withoutTrailing('...', '.')).toBe('');
});

test.each([
  ['Åse Bjørnæs', 'Åse Bjørnæs'.normalize('NFD')],
  ['KARI NORDMANN', 'Kari Nordmann'],
  ['Kari\u00a0 Nordmann ', 'Kari Nordmann'],
  ['Kari\u200b Nord\u00admann', 'Kari Nordmann'],
  ['\u202aKari\u202c \u202eNordmann\u2069', 'Kari Nordmann'],
])('«%s» and «%s» are the same name', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

test.each([
  ['Kari Nordmann', 'Kari Nordman'],
  ['Åse', 'Ase'],
  ['Bjorn', 'Bjørn'],
])('«%s» and «%s» are not', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

test.each(['', ' \n\u00a0', '\u200b\u2060', '\u202e', '\u3164', ' \u0301', '\u0007'])('%j looks empty', (text) =>
  expect(isBlank(text)).toBe(true),
);
test.each(['a', '-', 'e\u0301', '\u200b1', '字', '😀'])('%j does not', (text) => expect(isBlank(text)).toBe(false));
