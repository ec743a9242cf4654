export const LANGUAGES = ['nb', 'nn', 'en'] as const;
/** A language that the pages are written in. */
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);
