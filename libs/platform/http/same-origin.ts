import type { Request } from 'express';
import { ProblemError } from './problem.js';

/**
 * Requires that a change comes from the own pages or from a program that is no browser. Browsers send `Sec-Fetch-Site`
 * and `Origin` with every change, and pages cannot set them; a body must be JSON, which no form can send.
 */
export function demandSameOrigin(request: Request, ownOrigin: string | undefined, takesFile: boolean): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ProblemError('cross-site');
  const origin = request.get('origin');
  if (origin !== undefined && !isOwn(origin, request, ownOrigin)) throw new ProblemError('cross-site');
  if (carriesBody(request) && !(takesFile ? isFile(request) : request.is('application/json')))
    throw new ProblemError('unsupported-media-type');
}

function isOwn(origin: string, request: Request, ownOrigin: string | undefined): boolean {
  if (ownOrigin !== undefined) return origin === ownOrigin;
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}

/** The content types of forms, which another site could submit for its visitor. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
const isFile = (request: Request): boolean => request.get('content-type') !== undefined && !request.is(FORMS);

const carriesBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
