import type { Language } from './language.js';
import { longMonth } from './dates.js';

/** «november» for `2026-11`: without the year, when it is clear. */
export const monthName = (month: string, language: Language): string =>
  longMonth(month, language).replace(/ \d{4}$/, '');
