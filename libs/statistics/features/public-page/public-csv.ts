import type { Language } from '#platform/identity';
import { indicatorWith, type Publication, type PublishedFigure } from '../../contract/index.js';
import { HIDDEN } from '../export-figures/report-words.js';
import { harmlessText } from '../export-figures/harmless-text.js';
import { partName } from './public-page.js';

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  nb: ['Nr.', 'Tall', 'Definisjon', 'Delt på', 'Del', 'Teller', 'Nevner', 'Verdi', 'Skjult'],
  nn: ['Nr.', 'Tal', 'Definisjon', 'Delt på', 'Del', 'Teljar', 'Nemnar', 'Verdi', 'Skjult'],
  en: ['No.', 'Figure', 'Definition', 'Divided by', 'Part', 'Numerator', 'Denominator', 'Value', 'Hidden'],
};

/** A publication as CSV: UTF-8 with a byte order mark, semicolons, CRLF; a hidden figure has the reason and no number. */
export function publicationCsv({ indicators }: Publication, language: Language): Buffer {
  const point = language === 'en' ? '.' : ',';
  const number = (value: number | null) => (value === null ? '' : String(value).replace('.', point));
  const numbersOf = (figure: PublishedFigure) =>
    'hidden' in figure
      ? [
          '',
          '',
          '',
          Object.hasOwn(HIDDEN, figure.hidden) ? HIDDEN[figure.hidden as keyof typeof HIDDEN][language] : figure.hidden,
        ]
      : [number(figure.numerator), number(figure.denominator), number(figure.value), ''];
  const rows = indicators.flatMap(({ indicator: id, version, by, whole, parts }) => {
    const first = [String(id), indicatorWith(id)?.name[language] ?? '', String(version)];
    return [
      [...first, '', '', ...numbersOf(whole)],
      ...(parts ?? []).map(({ key, name, figure }) => [
        ...first,
        by ?? '',
        partName(key, name, by ?? '', language),
        ...numbersOf(figure),
      ]),
    ];
  });
  const lines = [HEADINGS[language], ...rows].map((cells) => cells.map(field).join(';'));
  return Buffer.from(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`, 'utf8');
}

/** Numbers are written by us and cannot be formulas. */
function field(cell: string): string {
  const text = /^-?[\d.,]*$/.test(cell) ? cell : harmlessText(cell);
  return /[;"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
