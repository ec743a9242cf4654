/**
 * A run of more combining marks than any language writes; Unicode's stream-safe format allows as many (UAX #15). The two
 * half-width marks of Japanese are among them: normalizing them in between takes long, too.
 */
const LONG_RUN = /([\p{M}\uff9e\uff9f]{31,})/u;
/** Combining marks begin at U+0300: this search is much faster, and nearly every text ends here. */
const POSSIBLE_RUN = /[\u0300-\u{10ffff}]{31}/u;

/**
 * The text in a Unicode normalization form, in linear time. The built-in function takes minutes for half a megabyte of
 * combining marks, because it sorts each run of them; a run of more than 30 marks is therefore left as written.
 */
export function normalized(text: string, form: 'NFC' | 'NFD' | 'NFKC'): string {
  if (!POSSIBLE_RUN.test(text)) return text.normalize(form);
  return (
    text
      .split(LONG_RUN)
      // The runs themselves stand at the odd places.
      .map((part, i) => (i % 2 === 0 ? part.normalize(form) : part))
      .join('')
  );
}

/** Combining marks, the two half-width marks that NFKC makes combining marks, and invisible characters. */
const MARKS = /[\p{M}\p{Default_Ignorable_Code_Point}\uff9e\uff9f]+/gu;

/** The text in the form NFKC, without combining marks and invisible characters; in linear time. */
export const withoutMarks = (text: string): string =>
  text
    .replace(MARKS, '')
    .normalize('NFKC')
    // A few characters consist of a space and a mark.
    .replace(MARKS, '');
