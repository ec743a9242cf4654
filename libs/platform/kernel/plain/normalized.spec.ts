import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalized } from './normalized.js';

const FORMS = ['NFC', 'NFD', 'NFKC'] as const;

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
});
