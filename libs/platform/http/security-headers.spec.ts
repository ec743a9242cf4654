import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startExample, type Example } from './http.examples.js';

// Headers that docs/security.md promises of every answer, whatever it is about.

let folder: string;
let local: Example;
let secure: Example;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-headers-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Samspill</title>');
  local = await startExample({ options: { pages: folder } });
  secure = await startExample({ options: { pages: folder, origin: 'https://samspill.example.no', secure: true } });
});
afterAll(async () => {
  await local.app.close();
  await secure.app.close();
  await rm(folder, { recursive: true });
});

/** A page, an address of a page that has no file, an answer, refusals of every kind. */
const PATHS = ['/', '/moter', '/api/session', '/api/nothing', '/health/live', '/assets/nothing.js', '/%'];

describe.each(PATHS)('the answer to %s', (path) => {
  const headersOf = async (of: Example) => (await fetch(`${of.url}${path}`, { redirect: 'manual' })).headers;

  test('cannot be framed, sniffed or sent on as a referrer', async () => {
    const headers = await headersOf(local);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("base-uri 'none'");
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  test('is given to no other origin, and says nothing of the program', async () => {
    const given = await fetch(`${local.url}${path}`, { headers: { origin: 'https://evil.example' } });
    for (const name of ['access-control-allow-origin', 'x-powered-by', 'server', 'etag'])
      if (name !== 'etag' || path.startsWith('/api')) expect([name, given.headers.get(name)]).toEqual([name, null]);
  });

  test('is not kept by browsers and proxies', async () => {
    expect((await headersOf(local)).get('cache-control')).toMatch(/^(no-store|no-cache)$/);
  });

  test('demands https for a year, with subdomains, where browsers connect by it', async () => {
    expect((await headersOf(secure)).get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect((await headersOf(local)).get('strict-transport-security')).toBeNull();
  });

  test('names its kind, and UTF-8 where it is text', async () => {
    expect((await headersOf(local)).get('content-type')).toMatch(
      /^(text\/html|application\/json|application\/problem\+json|text\/plain);\s?charset=utf-8$/,
    );
  });
});

test('TRACE is not answered with what was sent', async () => {
  const { port } = new URL(local.url);
  const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, method: 'TRACE', path: '/', headers: { cookie: 'samspill-session=secret' } })
      .on('response', (message) => {
        let body = '';
        message.on('data', (chunk) => (body += String(chunk)));
        message.on('end', () => resolve({ status: message.statusCode!, body }));
      })
      .on('error', reject)
      .end();
  });
  expect(answer.status).toBe(404);
  expect(answer.body).not.toContain('secret');
});

test('a folder of the pages is not listed', async () => {
  const answer = await fetch(`${local.url}/assets/`);
  expect(answer.status).toBe(404);
});
