import { normalized } from './normalized.js';

/** The text without any of these characters at its end. Linear, where a regular expression may backtrack. */
export function withoutTrailing(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

/** Invisible: soft hyphen, zero width spaces and joiners, direction marks, BOM. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Blanks that are not one space already: most names have none, and are not rebuilt. */
const OTHER_BLANKS = /[^\S ]\s*| \s+/g;

/**
 * Key for comparing names: ignores case, composed or combining characters (NFC and NFD), kind and number of blanks
 * between words, and invisible characters.
 */
export const nameKey = (name: string): string =>
  normalized(name, 'NFC').replace(INVISIBLE, '').replace(OTHER_BLANKS, ' ').trim().toLowerCase();
