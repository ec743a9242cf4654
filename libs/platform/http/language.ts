import type { Request } from 'express';
import type { Language } from '#platform/identity';

/** Language tags of the languages that Samspill has; `no` means bokmål. */
const LANGUAGE_OF_TAG: ReadonlyMap<string, Language> = new Map([
  ['nb', 'nb'],
  ['no', 'nb'],
  ['nn', 'nn'],
  ['en', 'en'],
]);

/**
 * The language that `Accept-Language` ranks highest among Samspill's; undefined without the header or a match (`*`
 * matches none).
 */
export function languageOf(request: Pick<Request, 'headers' | 'acceptsLanguages'>): Language | undefined {
  if (request.headers['accept-language'] === undefined) return undefined;
  for (const tag of request.acceptsLanguages()) {
    const language = LANGUAGE_OF_TAG.get(tag.toLowerCase().split('-')[0]!);
    if (language) return language;
  }
  return undefined;
}
