import { normalized } from './normalized.js';

/** The text without any of these characters at its end. Linear, where a regular expression may backtrack. */
export function withoutTrailing(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

/** Soft hyphen, zero width spaces and joiners, direction marks and overrides, BOM, fillers: nothing is drawn for them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** The text without characters for which nothing is drawn. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** A character that is drawn by itself; a combining mark is not. */
const DRAWN = /[^\s\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}]/u;

/** True when the text looks empty: spaces, invisible characters, marks without a letter. */
export const isBlank = (text: string): boolean => !DRAWN.test(text);

/** Blanks that are not one space already: most names have none, and are not rebuilt. */
const OTHER_BLANKS = /[^\S ]\s*| \s+/g;

/**
 * Key for comparing names: ignores case, composed or combining characters (NFC and NFD), kind and number of blanks
 * between words, and invisible characters.
 */
export const nameKey = (name: string): string =>
  withoutInvisible(normalized(name, 'NFC')).replace(OTHER_BLANKS, ' ').trim().toLowerCase();
