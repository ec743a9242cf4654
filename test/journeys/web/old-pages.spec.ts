import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Request, RequestHandler, Response } from 'express';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { builtPages } from '../../../apps/api/src/index.js';
import { pagesIn, pagesVersionIn } from '../../../libs/platform/http/serve-pages.js';
import { openBrowser, openContext } from './browser.js';

// Browsers keep the HTML of a page for a week, and request it anew when the server has other pages (ADR 0365).

jest.setTimeout(120_000);

/** Version of the pages that the API's answers tell, the pages that are served, and paths of HTML that were requested. */
let told: string;
let served: RequestHandler;
let requested: string[];

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url!, 'http://any');
  if (pathname.startsWith('/api/')) {
    response.writeHead(401, {
      'samspill-pages': told,
      'cache-control': 'no-store',
      'content-type': 'application/json',
    });
    return void response.end('{}');
  }
  if (!pathname.includes('.')) requested.push(pathname);
  void served(Object.assign(request, { path: pathname }) as Request, response as Response, () => response.end());
});

let folder: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-old-pages-'));
  for (const version of ['before', 'after', 'broken']) await copyPages(version);
  const path = join(folder, 'broken', 'index.html');
  const html = await readFile(path, 'utf8');
  await writeFile(path, html.replace(/(<script type="module"[^>]* src="\/assets\/)/, '$1gone-'));
  browser = await openBrowser();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
}, 60_000);
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  requested = [];
  context = await openContext(browser, {
    baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
  page = await context.newPage();
});
afterEach(() => context.close());

/** The built pages with another version written into their HTML. */
async function copyPages(version: string): Promise<void> {
  const to = join(folder, version);
  await cp(builtPages()!, to, { recursive: true });
  for (const packed of ['index.html.gz', 'index.html.br']) await rm(join(to, packed), { force: true });
  const html = await readFile(join(to, 'index.html'), 'utf8');
  await writeFile(join(to, 'index.html'), html.replace(pagesVersionIn(to)!, version));
}

function serve(version: string): void {
  served = pagesIn(join(folder, version));
  told = version;
}

/** Waits until HTML has been requested so many times. */
async function htmlRequested(times: number): Promise<void> {
  while (requested.length < times) await setTimeout(20);
}

const isShown = (version: string) => page.locator(`meta[name="samspill-pages"][content="${version}"]`);

async function visit(): Promise<void> {
  await page.goto('/enheter');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

test('a page that was visited is shown again without a request for its HTML', async () => {
  serve('before');
  await visit();
  await visit();
  expect(requested).toEqual(['/enheter']);
});

test('a page that was visited is shown as the server has it after an upgrade', async () => {
  serve('before');
  await visit();
  serve('after');
  await page.goto('/enheter');
  await isShown('after').waitFor({ state: 'attached' });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(requested).toEqual(['/enheter', '/enheter']);
});

test('a page whose early script a proxy has changed is also renewed after an upgrade', async () => {
  serve('before');
  const original = served;
  served = (request, response, next) => {
    const send = response.setHeader.bind(response);
    // without its digest in the policy, the script in the HTML does not run
    response.setHeader = (name: string, value: string | number | readonly string[]) =>
      send(name, name === 'Content-Security-Policy' ? String(value).replace(/'sha256-[^']+'/, '') : value);
    return original(request, response, next);
  };
  await visit();
  serve('after');
  await page.goto('/enheter');
  await isShown('after').waitFor({ state: 'attached' });
});

test('a page is reloaded once, and shown, while the API tells another version than the pages have', async () => {
  serve('before');
  told = 'after';
  await page.goto('/enheter');
  await htmlRequested(2);
  // the heading is drawn after the answer that tells the other version
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.goto('/moter');
  expect(requested.slice(0, 3)).toEqual(['/enheter', '/enheter', '/moter']);
});

test('a page whose script the server no longer has is reloaded once', async () => {
  serve('broken');
  await page.goto('/enheter');
  await htmlRequested(2);
  await page.waitForLoadState('load');
  await page.goto('/moter');
  expect(requested.slice(0, 3)).toEqual(['/enheter', '/enheter', '/moter']);
});

test('an old page is shown as it is where the browser has no room to remember that it was reloaded', async () => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  serve('before');
  told = 'after';
  await visit();
  await page.goto('/moter');
  expect(requested).toEqual(['/enheter', '/moter']);
});
