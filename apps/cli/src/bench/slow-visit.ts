import type { BrowserContext, Page } from 'playwright-core';
import { TimedInteractions } from './timed-interactions.js';
import type { WebApplication } from './web-visit.js';

/** The visitor's processor is this many times slower than this machine's. */
const PROCESSOR_SLOWER_BY = 4;
/** "Fast 3G" of Chromium's developer tools: bytes a second, and milliseconds for each request. */
const FAST_3G = { downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 };

/** Measurements of one slow visit to a page. */
export interface SlowVisit {
  /** Time until the page's heading and contents are drawn. */
  readonly contentMs: number;
  readonly requests: SlowRequest[];
}

export interface SlowRequest {
  readonly path: string;
  readonly beginMs: number;
  readonly endMs: number;
  /** Bytes received, headers included; 0 from the cache. */
  readonly bytes: number;
}

/** Opens a page in a new window of the browser context, on a slow machine and line; its cache stays in the context. */
export async function visitSlowly(
  context: BrowserContext,
  { address, cookie }: WebApplication,
  path: string,
): Promise<SlowVisit> {
  const [name, ...value] = cookie?.split('=') ?? [];
  if (name) await context.addCookies([{ name, value: value.join('='), url: address }]);
  const page = await context.newPage();
  try {
    await page.addInitScript(watchContent);
    const requests = await slowDown(context, page);
    const interactions = new TimedInteractions(page);
    await page.goto(path, { waitUntil: 'commit' });
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForFunction(isThere);
    await interactions.settled();
    await page.waitForFunction(isThere);
    const contentMs = await page.evaluate(readContent);
    return { contentMs, requests: requests() };
  } finally {
    await page.close();
  }
}

/** Slows the page down; the returned function tells the requests that it has made, the stream of changes left out. */
async function slowDown(context: BrowserContext, page: Page): Promise<() => SlowRequest[]> {
  const session = await context.newCDPSession(page);
  const requests = new Map<string, { path: string; beginMs: number; endMs: number; bytes: number }>();
  let began: number | undefined;
  const since = (seconds: number) => Math.round((seconds - (began ??= seconds)) * 1_000);
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp, type }) => {
    if (type === 'EventSource') return;
    const { pathname, search } = new URL(request.url);
    requests.set(requestId, { path: pathname + search, beginMs: since(timestamp), endMs: 0, bytes: 0 });
  });
  session.on('Network.requestServedFromCache', ({ requestId }) => requests.delete(requestId));
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache || response.fromPrefetchCache) requests.delete(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) Object.assign(request, { endMs: since(timestamp), bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...FAST_3G });
  await session.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR_SLOWER_BY });
  return () => [...requests.values()];
}

// The following code runs in the browser, as text: it can use nothing from above, and its types are not
// those of Node.

interface Element {
  readonly textContent: string | null;
}
interface Watching {
  samspillContentMs: number | undefined;
  document: { querySelector(selector: string): Element | null };
  performance: { now(): number };
  requestAnimationFrame(drawn: () => void): void;
  MessageChannel: new () => {
    readonly port1: { onmessage: () => void };
    readonly port2: { postMessage(of: null): void };
  };
  MutationObserver: new (onChange: () => void) => { observe(of: object, what: object): void };
}

/** Records when the frame with the page's heading was drawn in which nothing waits for an answer any more. */
function watchContent(): void {
  const there = globalThis as unknown as Watching;
  there.samspillContentMs = undefined;
  const look = () => {
    const { document } = there;
    if (document.querySelector('main h1') === null || document.querySelector('[data-waiting]') !== null) {
      there.samspillContentMs = undefined;
      return;
    }
    if (there.samspillContentMs !== undefined) return;
    there.samspillContentMs = Number.NaN;
    // a frame has been drawn when a message that was sent in it is delivered
    there.requestAnimationFrame(() => {
      const drawn = new there.MessageChannel();
      drawn.port1.onmessage = () => {
        if (Number.isNaN(there.samspillContentMs)) there.samspillContentMs = there.performance.now();
      };
      drawn.port2.postMessage(null);
    });
  };
  const all = { childList: true, attributes: true, attributeFilter: ['data-waiting'], subtree: true };
  new there.MutationObserver(look).observe(there.document, all);
}

function isThere(): boolean {
  return Number.isFinite((globalThis as unknown as Watching).samspillContentMs);
}

function readContent(): number {
  return (globalThis as unknown as Watching).samspillContentMs!;
}
