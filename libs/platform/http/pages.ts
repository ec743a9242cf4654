import type { RequestHandler } from 'express';
import sirv from 'sirv';
import { ProblemError } from './problem.js';

/**
 * What a page may do: load what this origin serves, and nothing else. No inline script or style, no frame around it, no
 * request that leaves the origin. Drawn pictures (`data:`) are the icons inside the style sheets.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** Vite names what lies here by its content: such a name never stands for anything else. */
const NAMED_BY_CONTENT = /^\/assets\//;
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * The built pages. An address that no file answers is a place within the pages, so it gets the first page, which knows
 * what stands there; what looks like a file and is none is not found.
 */
export function pagesIn(folder: string): RequestHandler {
  const files = sirv(folder, {
    gzip: true,
    brotli: true,
    single: true,
    ignores: [/^\/assets\//, /\/[^/]+\.[a-z0-9]{2,5}$/],
    etag: true,
  });
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next(new ProblemError('not-found'));
    // A page is always sent whole, which RFC 9110 (14.2) allows; sirv ends the connection at a range that runs backwards.
    delete request.headers.range;
    // Before the file is looked for: «not modified» carries headers too, and the browser keeps those.
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Cache-Control', NAMED_BY_CONTENT.test(request.path) ? FOR_EVER : 'no-cache');
    files(request, response, () => {
      response.setHeader('Cache-Control', 'no-store');
      next(new ProblemError('not-found'));
    });
  };
}
