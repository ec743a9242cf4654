import { expect, test } from '@jest/globals';
import { requiredText } from './required-text.js';

test.each(['', '   ', '\n\t', '\u200b', ' \u202e\u3164 ', '\u0301', '\u00ad'])('%j says nothing', (text) => {
  expect(requiredText(500).safeParse(text).error?.issues).toMatchObject([{ code: 'too_small' }]);
});

test('a text keeps what it says, without the blanks around it', () => {
  expect(requiredText(500).parse('  Læreren er syk\u200b i dag ')).toBe('Læreren er syk\u200b i dag');
  expect(requiredText(5).safeParse('for lang').error?.issues).toMatchObject([{ code: 'too_big' }]);
});
