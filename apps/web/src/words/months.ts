import type { Language } from '../frame/language.js';
import { longMonth } from './dates.js';

/** «november» for `2026-11`: the month alone, where its year is plain. */
export const monthName = (month: string, language: Language): string =>
  longMonth(month, language).replace(/ \d{4}$/, '');
