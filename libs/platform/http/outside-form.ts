import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';
import { ProblemError } from './problem.js';

/** Media types in which browsers and mail programs send forms (RFC 8058). */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];
/** Largest body of a form from outside, in bytes. */
const LARGEST = 8 * 1024;

/**
 * Requires a form, or no body at all. The sender is another program or site, so neither its origin nor a cookie is
 * looked at: the token in the address says what may be done.
 */
export function demandForm(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody && !request.is(FORMS)) throw new ProblemError('unsupported-media-type');
}

/** Reads the bodies of forms from outside: fields of one kind, and the other only up to its end. */
export function readOutsideForms(app: NestExpressApplication, isOutside: (path: string) => boolean): void {
  const sent = (type: string) => (request: unknown) =>
    isOutside((request as Request).path) && (request as Request).method === 'POST' && !!(request as Request).is(type);
  app.useBodyParser('urlencoded', { limit: LARGEST, extended: false, parameterLimit: 20, type: sent(FORMS[0]!) });
  app.useBodyParser('raw', { limit: LARGEST, type: sent(FORMS[1]!) });
}
