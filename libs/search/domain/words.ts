import { wordsIn } from '#platform/kernel';

/** Names of the twelve months in every supported language, so that «mai 2026» and «May 2026» find the same. */
const MONTHS = (['nb-NO', 'nn-NO', 'en-GB'] as const).map(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
);

/** Search words of a day: its month and its year. */
export const wordsOfDay = (day: string): readonly string[] => [
  ...new Set(MONTHS.map((format) => format.format(new Date(`${day}T12:00:00Z`))).flatMap(wordsIn)),
  day.slice(0, 4),
];
