import type { Language } from './languages.js';

const LOCALES: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nb-NO', en: 'en-GB' };

/** «1 234» with narrow spaces in Norwegian; 1,234 in English. */
export const numberInWords = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language]).format(value);

/** «83 %», rounded to whole per cent; undefined for a total of zero. */
export function shareInWords(part: number, whole: number, language: Language): string | undefined {
  if (whole === 0) return undefined;
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(part / whole);
}

/** «+3», «−2» with a real minus, «0». */
export const changeInWords = (change: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { signDisplay: 'exceptZero' }).format(change);
