import { wordsIn } from '#platform/kernel';

/** Names of each month in every supported language, so that «mai 2026» and «May 2026» find the same. */
const MONTHS: readonly (readonly string[])[] = Array.from({ length: 12 }, (_, month) => [
  ...new Set(
    (['nb-NO', 'nn-NO', 'en-GB'] as const)
      .map((locale) =>
        new Date(Date.UTC(2026, month, 1)).toLocaleDateString(locale, { month: 'long', timeZone: 'UTC' }),
      )
      .flatMap(wordsIn),
  ),
]);

/** Search words of a day (`2026-05-17`): its month and its year. */
export const wordsOfDay = (day: string): readonly string[] => [
  ...MONTHS[Number(day.slice(5, 7)) - 1]!,
  day.slice(0, 4),
];
