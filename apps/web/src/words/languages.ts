/** Key in local storage of the language that the user has chosen. */
export const CHOSEN_LANGUAGE = 'samspill.language';

export const LANGUAGES = ['nb', 'nn', 'en'] as const;
/** A language of the pages. */
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/** The language of a visit's first page, before the session is known: the user's choice, or that of the last visit. */
export function languageAtFirst(chosen: unknown, ofLastVisit: unknown): Language {
  if (isLanguage(chosen)) return chosen;
  if (isLanguage(ofLastVisit)) return ofLastVisit;
  return navigator.languages.some((tag) => tag.startsWith('nn')) ? 'nn' : 'nb';
}
