/** Letters that are other letters to a keyboard without them; the rest lose their accents by themselves. */
const SPELLED: Readonly<Record<string, string>> = {
  æ: 'ae',
  ä: 'ae',
  ø: 'oe',
  ö: 'oe',
  å: 'aa',
  đ: 'd',
  ŧ: 't',
  ŋ: 'n',
  ß: 'ss',
};

/**
 * The words of a text as they are sought, each once: small letters and digits, without accents, with «å» as «aa» and so
 * on. So Åsen, ÅSEN and Aasen are one word; what stands between letters and digits parts words.
 */
export function wordsIn(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[æäøöåđŧŋß]/g, (letter) => SPELLED[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu))];
}

/** Names of the twelve months in every language of the house, so that «mai 2026» and «May 2026» find the same. */
const MONTHS = (['nb-NO', 'nn-NO', 'en-GB'] as const).map(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
);

/** The words that a day is found by: its month and its year. */
export const wordsOfDay = (day: string): readonly string[] => [
  ...new Set(MONTHS.map((format) => format.format(new Date(`${day}T12:00:00Z`))).flatMap(wordsIn)),
  day.slice(0, 4),
];
