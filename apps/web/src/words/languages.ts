export const LANGUAGES = ['nb', 'nn', 'en'] as const;
/** A language of the pages. */
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);
