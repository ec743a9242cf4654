import { holdsNationalNumber, nameKey, withoutTrailing, wordsTyped } from '#platform/kernel';
import { REGISTRY_TEXT_RULES, type TextRule } from '#registry';

const MEGABYTE = 1024 * 1024;

/** A megabyte of text that is slow for rules that examine a character more than once. */
export const LONG_TEXTS: readonly (readonly [name: string, text: string])[] = [
  '1',
  ' ',
  '1 ',
  'a',
  'a@',
  '.',
  '-',
  '"',
  '[{',
  'A\u030a',
  '\u0301\u0323',
  '\u0301\uff9e',
].map((sign) => [JSON.stringify(sign), sign.repeat(MEGABYTE / sign.length) + '!']);

/** Every rule on user-supplied text, by name (ADR 0221). */
export const TEXT_RULES: ReadonlyMap<string, TextRule> = new Map<string, TextRule>([
  ...Object.entries({
    holdsNationalNumber,
    nameKey,
    wordsTyped,
    withoutTrailing: (text: string) => withoutTrailing(text, ' .'),
  }),
  ...REGISTRY_TEXT_RULES,
]);
