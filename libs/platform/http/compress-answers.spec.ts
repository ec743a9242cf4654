import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { startExample, type Example } from './http.examples.js';
import { PublicRoute } from './routes.js';

const LONG = 'Overgang til skolen. '.repeat(500);

@Controller('long')
class LongController {
  @Get()
  @PublicRoute({ summary: 'A long answer.', answer: z.object({ text: z.string() }) })
  read() {
    return { text: LONG };
  }

  @Get('stream')
  @PublicRoute({ summary: 'A stream of events.' })
  follow(@Res() response: Response) {
    response.setHeader('Content-Type', 'text/event-stream').end(`data: ${LONG}\n\n`);
  }

  @Get('short')
  @PublicRoute({ summary: 'A short answer.', answer: z.object({ text: z.string() }) })
  readShort() {
    return { text: 'kort' };
  }
}

const INLINE = 'globalThis.begun = true';
let folder: string;
let example: Example;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><script>${INLINE}</script><script type="module" src="/a.js"></script>`,
  );
  await writeFile(join(folder, 'assets', 'page-abc.js'), LONG);
  await writeFile(join(folder, 'assets', 'page-abc.js.br'), 'compressed by the build');
  example = await startExample({ controllers: [LongController], options: { pages: folder } });
});
afterAll(async () => {
  await example.app.close();
  await rm(folder, { recursive: true, force: true });
});

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}
/** As received, before decompression. */
const receive = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<Received>((resolve, reject) => {
    get(`${example.url}${path}`, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
const BROWSER = { 'accept-encoding': 'gzip, deflate, br' };

describe('an answer of the API', () => {
  test.each([
    ['br', BROWSER, brotliDecompressSync],
    ['gzip', { 'accept-encoding': 'gzip' }, gunzipSync],
  ])('is compressed by %s when the client accepts it', async (encoding, headers, decompressed) => {
    const { headers: answered, body } = await receive('/api/long', { ...headers, 'sec-fetch-site': 'same-origin' });
    expect(answered).toMatchObject({ 'content-encoding': encoding, 'cache-control': 'no-store' });
    expect(String(answered['vary'])).toContain('Accept-Encoding');
    expect(body.length).toBeLessThan(LONG.length / 10);
    expect(JSON.parse(String(decompressed(body)))).toEqual({ text: LONG });
  });

  test.each(['cross-site', 'same-site'])('has the length of its text when a %s page requests it', async (site) => {
    const { headers, body } = await receive('/api/long', { ...BROWSER, 'sec-fetch-site': site });
    expect(headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(String(body))).toEqual({ text: LONG });
  });

  test.each([
    ['a reader that takes no compression', '/api/long', {}],
    ['a stream of events', '/api/long/stream', BROWSER],
    ['a short answer', '/api/long/short', BROWSER],
  ])('is sent unchanged: %s', async (_, path, headers) => {
    expect((await receive(path, headers)).headers['content-encoding']).toBeUndefined();
  });
});

describe('a file of the pages', () => {
  test('with a content hash in its name is cached for a year and sent as compressed by the build', async () => {
    const { headers, body } = await receive('/assets/page-abc.js', BROWSER);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
    });
    expect(String(body)).toBe('compressed by the build');
  });

  test('with the pages’ own script allows that script and no other', async () => {
    const { headers } = await receive('/moter');
    const digest = createHash('sha256').update(INLINE).digest('base64');
    expect(headers).toMatchObject({ 'cache-control': 'no-cache' });
    const directives = String(headers['content-security-policy']).split('; ');
    expect(directives).toContain("script-src 'self'");
    expect(directives).toContain(`script-src-elem 'self' 'sha256-${digest}'`);
  });
});
