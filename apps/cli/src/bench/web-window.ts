import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

const PAGE = { width: 1280, height: 900 };
/** Height of the browser's own bars in its window, with a margin. */
const BARS_PX = 200;
const LONGEST_WAIT_MS = 30_000;
const LOOKED_AT_EVERY_MS = 200;
/** Seconds of processor time between two samples; below this the browser is idle. */
const AT_REST_S = 0.01;

/**
 * A browser window with an empty cache and a page of 1280 × 900 px, ready for measurement. The whole page is visible:
 * headless Chromium makes its window as large as the page, bars included, and reports a key whose letter falls outside
 * only at the next paint. The browser is idle: for every new window it loads pages of its own, which take a second of
 * processor time.
 */
export async function openWindow(browser: Browser, address: string): Promise<readonly [BrowserContext, Page]> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: PAGE,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  const bounds = { width: PAGE.width + BARS_PX, height: PAGE.height + BARS_PX };
  await session.send('Browser.setWindowBounds', { windowId, bounds });
  await session.detach();
  await atRest(await browser.newBrowserCDPSession());
  return [context, page];
}

async function atRest(session: CDPSession): Promise<void> {
  const until = performance.now() + LONGEST_WAIT_MS;
  let [before, now] = [0, await processorTime(session)];
  while (now - before > AT_REST_S) {
    if (performance.now() > until) throw new Error('The browser does not come to rest');
    await pause(LOOKED_AT_EVERY_MS);
    [before, now] = [now, await processorTime(session)];
  }
  await session.detach();
}

/** Processor time of all its processes, in seconds. */
async function processorTime(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
