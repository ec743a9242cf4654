import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import sirv from 'sirv';
import { ProblemError } from './problem.js';

/**
 * Content-Security-Policy of the pages: only resources of this origin, no inline scripts or styles but the build's own
 * script in the page's HTML, named by its digest, no framing, no requests to other origins. `data:` images are the icons
 * inside the style sheets.
 */
const policyWith = (ownScripts: readonly string[]): string =>
  [
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
    ["script-src-elem 'self'", ...ownScripts].join(' '),
  ].join('; ');

/** Digests of the scripts written in the first page, as a policy names them. */
const inlineScriptsIn = (html: string): string[] =>
  [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
    ([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`,
  );

/** The first page, which is the HTML of every page; empty if the folder has none. */
function firstPageIn(folder: string): string {
  const path = join(folder, 'index.html');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Header of the API's answers: the version of the pages that this server has. */
export const PAGES_VERSION_HEADER = 'samspill-pages';

/** The version that the build wrote into the first page; undefined if there is none, as while developing. */
export const pagesVersionIn = (folder: string): string | undefined =>
  /<meta name="samspill-pages" content="([\w-]+)"/.exec(firstPageIn(folder))?.[1];

/** Vite puts a content hash in these names, so a name never changes its content. */
const NAMED_BY_CONTENT = /^\/assets\//;
const FOR_EVER = 'public, max-age=31536000, immutable';
const HAS_SUFFIX = /\/[^/]+\.[a-z0-9]{2,5}$/;
/** The HTML is the same for everybody, and reloads itself when the server has another version (ADR 0365). */
const FOR_A_WEEK = 'private, max-age=604800';

const isHtml = (path: string): boolean => !NAMED_BY_CONTENT.test(path) && !HAS_SUFFIX.test(path);

/**
 * Serves the built pages. A path without a file is a route of the single-page application and gets its first page; a
 * path that looks like a file and matches none is not found.
 */
export function pagesIn(folder: string): RequestHandler {
  const policy = policyWith(inlineScriptsIn(firstPageIn(folder)));
  const version = pagesVersionIn(folder);
  const files = sirv(folder, {
    gzip: true,
    brotli: true,
    single: true,
    ignores: [NAMED_BY_CONTENT, HAS_SUFFIX],
    etag: true,
  });
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next(new ProblemError('not-found'));
    // Always sends the whole page, which RFC 9110 (14.2) allows; sirv ends the connection at a range that runs
    // backwards.
    delete request.headers.range;
    // Set before the file is found: a 304 has headers too, and the browser keeps them.
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Cache-Control', NAMED_BY_CONTENT.test(request.path) ? FOR_EVER : 'no-cache');
    if (version !== undefined && isHtml(request.path)) response.setHeader('Cache-Control', FOR_A_WEEK);
    files(request, response, () => {
      response.setHeader('Cache-Control', 'no-store');
      next(new ProblemError('not-found'));
    });
  };
}
