import type { Browser, Page, Request } from 'playwright-core';

/** What one visit to a page showed. */
export interface Visit {
  readonly scripts: readonly string[];
  readonly firstContentfulPaintMs: number;
  readonly largestContentfulPaintMs: number;
  /** One figure an interaction, to the next 8 ms as browsers tell it; what took less than 16 ms counts as 16. */
  readonly interactionsMs: readonly number[];
}

/** Work of a few moments on a page, as its users do it. */
export type Work = (page: Page) => Promise<void>;

export interface WebHouse {
  readonly address: string;
  /** `name=value` */
  readonly cookie: string;
}

const WINDOW = { width: 1280, height: 900 };
const PATIENCE_MS = 30_000;
/** The shortest that the Event Timing API tells of. */
const SHORTEST_MS = 16;
const STREAM = /\/live$/;

/** Opens a page in a browser that has nothing in its cache, works there, and answers what the browser itself measured. */
export async function visit(browser: Browser, { address, cookie }: WebHouse, path: string, work: Work): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: WINDOW,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  try {
    context.setDefaultTimeout(PATIENCE_MS);
    const [name, ...value] = cookie.split('=');
    await context.addCookies([{ name: name!, value: value.join('='), url: address }]);
    const page = await context.newPage();
    await page.addInitScript(observe, SHORTEST_MS);
    const settled = whenSettled(page);
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await settled();
    const loaded = await page.evaluate(readLoad);
    await work(page);
    await settled();
    return { ...loaded, interactionsMs: await page.evaluate(readInteractions, SHORTEST_MS) };
  } finally {
    await context.close();
  }
}

/** Answers a function that waits until nothing is on its way and what came is drawn. */
function whenSettled(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  page.on('request', (request) => {
    if (!STREAM.test(new URL(request.url()).pathname)) underWay.add(request);
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  return async () => {
    const until = performance.now() + PATIENCE_MS;
    for (let quiet = 0; quiet < 2; quiet = underWay.size === 0 ? quiet + 1 : 0) {
      if (performance.now() > until) throw new Error(`${page.url()} does not come to rest`);
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))');
    }
  };
}

// What follows runs in the browser. It is text there: nothing from above may be used, and the types of its world are not
// those of Node.

interface Measured {
  lcp: number;
  slowest: Map<number, number>;
}
interface Timing {
  readonly name: string;
  readonly startTime: number;
  readonly duration: number;
  readonly interactionId?: number;
}
interface Observing {
  samspillBench: Measured;
  PerformanceObserver: new (told: (list: { getEntries(): Timing[] }) => void) => { observe(what: object): void };
  performance: { getEntriesByType(type: string): Timing[]; readonly interactionCount?: number };
}

function observe(shortest: number): void {
  const there = globalThis as unknown as Observing;
  const measured: Measured = (there.samspillBench = { lcp: 0, slowest: new Map() });
  new there.PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) measured.lcp = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new there.PerformanceObserver((list) => {
    for (const { interactionId = 0, duration } of list.getEntries())
      if (interactionId > 0)
        measured.slowest.set(interactionId, Math.max(duration, measured.slowest.get(interactionId) ?? 0));
  }).observe({ type: 'event', durationThreshold: shortest, buffered: true });
}

function readLoad() {
  const { performance, samspillBench } = globalThis as unknown as Observing;
  return {
    scripts: performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => new URL(name).pathname.endsWith('.js')),
    firstContentfulPaintMs: performance.getEntriesByType('paint').find(({ name }) => /contentful/.test(name))!
      .startTime,
    largestContentfulPaintMs: samspillBench.lcp,
  };
}

function readInteractions(shortest: number): number[] {
  const { performance, samspillBench } = globalThis as unknown as Observing;
  const told = [...samspillBench.slowest.values()];
  const quick = Math.max(0, (performance.interactionCount ?? told.length) - told.length);
  return [...told, ...Array.from({ length: quick }, () => shortest)];
}
