import { preferredLanguage } from '#platform/kernel/plain';

/** Key in local storage of the language that the user has chosen. */
export const CHOSEN_LANGUAGE = 'samspill.language';

/** Key in local storage of the file of all texts that this browser has loaded last, and has in its cache. */
export const ALL_TEXTS = 'samspill.texts';

export const LANGUAGES = ['nb', 'nn', 'en'] as const;
/** A language of the pages. */
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/**
 * The language of a visit's first page, before the session is known, and of pages without one: the user's choice, that of
 * the last visit, the first of the browser's languages that there are texts in, or bokmål.
 */
export function languageAtFirst(chosen: unknown, ofLastVisit: unknown): Language {
  if (isLanguage(chosen)) return chosen;
  if (isLanguage(ofLastVisit)) return ofLastVisit;
  return preferredLanguage(navigator.languages) ?? 'nb';
}
