/** The text without any of these signs at its end. Looks at each sign once, where a regular expression may not. */
export function withoutTrailing(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

/** Invisible: soft hyphen, zero width spaces and joiners, marks of direction, BOM. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Blanks that are not one space already: most names have none, and are not rebuilt. */
const OTHER_BLANKS = /[^\S ]\s*| \s+/g;

/**
 * What two names are compared by: the same for capitals and small letters, for letters written as one sign or with a
 * combining sign (NFC and NFD), for any blanks between words, and whatever cannot be seen.
 */
export const nameKey = (name: string): string =>
  name.normalize('NFC').replace(INVISIBLE, '').replace(OTHER_BLANKS, ' ').trim().toLowerCase();
