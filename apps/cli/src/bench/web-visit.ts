import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { TimedInteractions, recordInteractions, type Work } from './timed-interactions.js';
import { openWindow } from './web-window.js';

/** Measurements of one visit to a page. */
export interface Visit {
  readonly scripts: readonly string[];
  readonly firstContentfulPaintMs: number;
  readonly largestContentfulPaintMs: number;
  /** One figure per interaction, rounded to 8 ms as browsers report it; anything below 16 ms counts as 16. */
  readonly interactionsMs: readonly number[];
  /** One figure per key or click: time until its last resulting change is drawn, including answers from the server. */
  readonly answeredMs: readonly number[];
}

export interface WebApplication {
  readonly address: string;
  /** `name=value`; undefined when not signed in. */
  readonly cookie: string | undefined;
}

const LONGEST_WAIT_MS = 30_000;
/** Milliseconds; the shortest duration that the Event Timing API reports. */
const SHORTEST_MS = 16;

/**
 * Opens a page in a browser with an empty cache, performs the interactions, and returns the browser's own measurements.
 */
export async function visit(
  browser: Browser,
  { address, cookie }: WebApplication,
  path: string,
  work: Work,
): Promise<Visit> {
  const [context, page] = await openWindow(browser, address);
  try {
    const [name, ...value] = cookie?.split('=') ?? [];
    if (name) await context.addCookies([{ name, value: value.join('='), url: address }]);
    await page.addInitScript(observe, SHORTEST_MS);
    await page.addInitScript(recordInteractions);
    const interactions = new TimedInteractions(page);
    const painted = await watchPaint(context, page);
    await page.goto(path, { waitUntil: 'commit' });
    // nothing is evaluated in the page before then, since the evaluation would be part of the measurement
    await painted();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await interactions.settled();
    const loaded = await page.evaluate(readLoad);
    await work(interactions);
    const interactionsMs = await page.evaluate(readInteractions, SHORTEST_MS);
    return { ...loaded, interactionsMs, answeredMs: interactions.answeredMs };
  } finally {
    await context.close();
  }
}

/** Watches from outside the page for its first paint, for which the returned function waits. */
async function watchPaint(context: BrowserContext, page: Page): Promise<() => Promise<void>> {
  const session = await context.newCDPSession(page);
  const painted = new Promise<void>((resolve) => {
    session.on('Page.lifecycleEvent', ({ name }) => name === 'firstContentfulPaint' && resolve());
  });
  await session.send('Page.enable');
  await session.send('Page.setLifecycleEventsEnabled', { enabled: true });
  return () => Promise.race([painted, pause(LONGEST_WAIT_MS, undefined, { ref: false })]);
}

// The following code runs in the browser, as text: it can use nothing from above, and its types are not
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
  PerformanceObserver: new (onEntries: (list: { getEntries(): Timing[] }) => void) => { observe(what: object): void };
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
  const slowest = [...samspillBench.slowest.values()];
  const quick = Math.max(0, (performance.interactionCount ?? slowest.length) - slowest.length);
  return [...slowest, ...Array.from({ length: quick }, () => shortest)];
}
