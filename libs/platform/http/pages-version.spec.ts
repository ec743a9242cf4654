import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startExample, type Example } from './http.examples.js';

// Browsers keep the HTML of the pages for a week; an answer of the API tells them that it is old (ADR 0365).

let folder: string;
let server: Example;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-pages-'));
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><meta name="samspill-pages" content="a_v-1" /><title>Samspill</title>',
  );
  await writeFile(join(folder, 'samspill.svg'), '<svg xmlns="http://www.w3.org/2000/svg" />');
  server = await startExample({ options: { pages: folder } });
});
afterAll(async () => {
  await server.app.close();
  await rm(folder, { recursive: true });
});

const headersOf = async (path: string) => (await fetch(`${server.url}${path}`)).headers;

test.each(['/', '/moter', '/moter/et-mote'])(
  'the HTML at %s is kept by the browser alone, for a week',
  async (path) => {
    expect((await headersOf(path)).get('cache-control')).toBe('private, max-age=604800');
  },
);

test.each(['/samspill.svg', '/nothing.svg', '/assets/nothing.js'])(
  '%s is not the HTML, and is not kept unseen',
  async (path) => {
    expect((await headersOf(path)).get('cache-control')).toMatch(/^(no-store|no-cache)$/);
  },
);

test.each(['/api/session', '/api/nothing'])('the answer to %s tells the version of the pages', async (path) => {
  expect((await headersOf(path)).get('samspill-pages')).toBe('a_v-1');
});
