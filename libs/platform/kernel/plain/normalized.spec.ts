import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalized, withoutMarks } from './normalized.js';

const FORMS = ['NFC', 'NFD'] as const;

test.each(FORMS)('%s is the form that Unicode defines', (form) => {
  const mark = fc.constantFrom('\u0301', '\u0323', '\u0345', '\uff9e', 'a', 'å', 'ﬁ', '각', ' ');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: mark, maxLength: 30 })), (text) => {
      expect(normalized(text, form)).toBe(text.normalize(form));
    }),
    { seed: 20_261_129 },
  );
});

describe.each(['\u0301\u0323', '\u0301\uff9e', '\u0345\u0334'])('combining marks %j', (marks) => {
  test.each(FORMS)(
    'a run of more than thirty is left as written, and the text beside it is normalized (%s)',
    (form) => {
      const run = marks.repeat(20);
      expect(normalized(`A\u030as ${run} A\u030as`, form)).toBe(
        `${'A\u030as '.normalize(form)}${run}${' A\u030as'.normalize(form)}`,
      );
    },
  );

  // Without a time limit of its own: normalizing this with the built-in function takes many minutes.
  test.each(FORMS)('half a million of them take linear time (%s)', (form) => {
    const text = 'a' + marks.repeat(250_000);
    expect(normalized(text, form)).toHaveLength(text.length);
  });

  test('none of half a million remains without marks', () => {
    expect(withoutMarks(`1${marks.repeat(250_000)}5`)).toBe('15');
  });
});

test('without marks, a text is its form NFKC less marks and invisible characters', () => {
  // The form NFKC first, then each kind of character: the definition, slow for long runs of marks.
  const defined = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .replace(/\p{M}/gu, '');
  // Composed letters are compared as their first letter: a mark is removed before it can be part of one.
  const letters = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
  const sign = fc.constantFrom(
    '1',
    '5',
    ' ',
    '.',
    '\u0301',
    '\u0323',
    '\uff9e',
    '\u200b',
    '¨',
    '‾',
    '⑪',
    '１',
    '𝟏',
    'a',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: sign, maxLength: 30 })), (text) => {
      expect(letters(withoutMarks(text))).toBe(letters(defined(text)));
    }),
    { seed: 20_261_129, numRuns: 1_000 },
  );
});
