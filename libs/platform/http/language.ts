import type { Request } from 'express';
import type { Language } from '#platform/identity';
import { preferredLanguage } from '#platform/kernel';

/**
 * The language that `Accept-Language` ranks highest among Samspill's; undefined without the header or a match (`*`
 * matches none).
 */
export const languageOf = (request: Pick<Request, 'headers' | 'acceptsLanguages'>): Language | undefined =>
  request.headers['accept-language'] === undefined ? undefined : preferredLanguage(request.acceptsLanguages());
