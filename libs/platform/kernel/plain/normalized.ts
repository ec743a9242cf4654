/** A run of more combining marks than any language writes; Unicode's stream-safe format allows as many (UAX #15). */
const LONG_RUN = /([\p{M}\uff9e\uff9f]{31,})/u;

/**
 * The text in a Unicode normalization form, in linear time. The built-in function takes minutes for half a megabyte of
 * combining marks, because it sorts each run of them; a run of more than 30 marks is therefore left as written.
 */
export const normalized = (text: string, form: 'NFC' | 'NFD' | 'NFKC'): string =>
  text
    .split(LONG_RUN)
    // The runs themselves stand at the odd places.
    .map((part, i) => (i % 2 === 0 ? part.normalize(form) : part))
    .join('');
