import { counted, type NounForms } from '#platform/kernel/plain';
import type { Language } from './languages.js';
import { numberInWords } from './numbers.js';

/**
 * Number and noun within a text: `{{held, counted(one: ett møte; other: møter)}}`. For a sentence with several numbers;
 * one with a single number has `_one` and `_other` texts instead.
 */
export const countedInText = (value: number, language: string | undefined, forms: NounForms): string =>
  counted(value, forms, (n) => numberInWords(n, (language ?? 'nb') as Language));
