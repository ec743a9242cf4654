import type { Page, Request } from 'playwright-core';

const LONGEST_WAIT_MS = 15_000;
/** Event streams never end, so nothing waits for them. */
const NEVER_ENDS = /\/live$/;

/**
 * Tracks a page's requests; returns a function that waits until none is pending and the answers are drawn. Uses no
 * clock, so that it works on slow and fast machines.
 */
export function watchRequests(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  page.on('request', (request) => {
    if (!NEVER_ENDS.test(new URL(request.url()).pathname)) underWay.add(request);
  });
  const ended = (request: Request) => underWay.delete(request);
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return async () => {
    const until = performance.now() + LONGEST_WAIT_MS;
    // An answer may cause another request, so quiet must last until the answers have been drawn.
    for (let quiet = 0; quiet < 2;) {
      if (performance.now() > until)
        throw new Error(`The page still waits for ${[...underWay].map((it) => it.url()).join(', ')}`);
      const waits = await page.evaluate(
        () =>
          new Promise<boolean>((drawn) =>
            requestAnimationFrame(() =>
              requestAnimationFrame(() => drawn(document.querySelector('[data-waiting]') !== null)),
            ),
          ),
      );
      quiet = underWay.size === 0 && !waits ? quiet + 1 : 0;
    }
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  };
}
