/** Languages of Samspill by language tag; `no` means bokmål. */
const LANGUAGES = { nb: 'nb', no: 'nb', nn: 'nn', en: 'en' } as const;

/**
 * The first of a reader's languages that Samspill has, such as those of a browser; undefined when it has none of them.
 * @param tags language tags such as `nn-NO`, the preferred one first
 */
export function preferredLanguage(tags: readonly string[]): 'nb' | 'nn' | 'en' | undefined {
  for (const tag of tags) {
    const language = tag.toLowerCase().split('-')[0]!;
    if (Object.hasOwn(LANGUAGES, language)) return LANGUAGES[language as keyof typeof LANGUAGES];
  }
  return undefined;
}
