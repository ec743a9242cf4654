import type { Language } from '#platform/identity';

const OURS: ReadonlyMap<string, Language> = new Map([
  ['nb', 'nb'],
  ['no', 'nb'],
  ['nn', 'nn'],
  ['en', 'en'],
]);

/** The language that `Accept-Language` ranks highest of those we have, or undefined where it names none of them. */
export function languageOf(header: string | undefined): Language | undefined {
  const ranked = (header ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: OURS.get(tag.split('-')[0]!), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => language !== undefined && quality > 0);
  return ranked.toSorted((a, b) => b.quality - a.quality)[0]?.language;
}
