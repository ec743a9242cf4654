import type { Page, Request } from 'playwright-core';

const PATIENCE_MS = 15_000;
/** Streams of signals never end: nobody waits for them. */
const NEVER_ENDS = /\/live$/;

/**
 * Watches what a page asks for, and answers a function that waits until nothing is on its way and what came is drawn:
 * no clock, so that it is as right on a slow machine as on a fast one.
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
    const until = performance.now() + PATIENCE_MS;
    // an answer may lead to a question: quiet means that it stays so when what came has been drawn
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
