import type { Language } from './languages.js';

const LOCALES: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nb-NO', en: 'en-GB' };

/** «1 234» with the narrow spaces of Norwegian; in English 1,234. */
export const numberInWords = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language]).format(value);

/** «83 %» of whole ones; undefined where there is nothing to have a share of. */
export function shareInWords(part: number, whole: number, language: Language): string | undefined {
  if (whole === 0) return undefined;
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(part / whole);
}

/** «+3», «−2» with a real minus, «0». */
export const changeInWords = (change: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { signDisplay: 'exceptZero' }).format(change);
