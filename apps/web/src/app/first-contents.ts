/** Milliseconds after which nothing waits for the first contents any longer. */
const LATEST_MS = 5_000;

/**
 * Resolves when the first page is drawn with its contents. For requests that the contents do not need: on a slow line
 * they would delay them.
 */
export function firstContents(): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false;
    const changes = new MutationObserver(() => {
      if (isAsked) return;
      isAsked = true;
      // the timer ends after the frame has been drawn
      requestAnimationFrame(() => setTimeout(look));
    });
    const look = () => {
      isAsked = false;
      if (areThere()) done();
    };
    const done = () => {
      changes.disconnect();
      clearTimeout(latest);
      resolve();
    };
    const latest = setTimeout(done, LATEST_MS);
    changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-waiting'] });
  });
}

/** True if nothing shown waits for an answer. */
const areThere = (): boolean =>
  document.querySelector('main h1') !== null && document.querySelector('[data-waiting]') === null;
