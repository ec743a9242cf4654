import type { Locator, Page } from 'playwright-core';

const LONGEST_WAIT_MS = 30_000;
/** Milliseconds; an interaction without any change after this time counts as having no effect. */
const NOTHING_MS = 3_000;
const STREAM = /\/live$/;

/** A short series of interactions on a page, as its users perform them. */
export type Work = (interactions: TimedInteractions) => Promise<void>;

/**
 * Performs interactions on a page. Each key or click is timed by the page's own clock until the last resulting change,
 * including answers from the server, and completes before the next. An interaction that changes nothing is rejected,
 * since its figure would mean nothing.
 */
export class TimedInteractions {
  readonly answeredMs: number[] = [];
  private readonly underWay = new Set<object>();

  constructor(readonly page: Page) {
    page.on('request', (request) => {
      if (!STREAM.test(new URL(request.url()).pathname)) this.underWay.add(request);
    });
    page.on('requestfinished', (request) => this.underWay.delete(request));
    page.on('requestfailed', (request) => this.underWay.delete(request));
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.timed(key, () => this.page.keyboard.press(key));
  }

  /** Every letter is one interaction. */
  async type(text: string): Promise<void> {
    await this.press(...Array.from(text, (letter) => (letter === ' ' ? 'Space' : letter)));
  }

  async click(what: Locator): Promise<void> {
    await this.timed(`a click on ${what.toString()}`, () => what.click());
  }

  /** Focuses an element without timing; only the following interactions are timed. */
  async focus(what: Locator): Promise<void> {
    await what.focus();
    await this.settled();
  }

  /** Waits until no request is open and all answers are drawn. */
  async settled(): Promise<void> {
    const until = performance.now() + LONGEST_WAIT_MS;
    for (let quiet = 0; quiet < 2; quiet = this.underWay.size === 0 ? quiet + 1 : 0) {
      if (performance.now() > until) throw new Error(`${this.page.url()} does not come to rest`);
      await this.page.evaluate(
        'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))',
      );
    }
  }

  private async timed(name: string, act: () => Promise<void>): Promise<void> {
    await this.page.evaluate(beginAct);
    await act();
    await this.settled();
    if ((await this.page.evaluate(endAct)) === null) {
      // a list of choices opens and closes asynchronously, and its page is notified a little later
      await this.page.waitForFunction(hasChanged, undefined, { timeout: NOTHING_MS }).catch(() => undefined);
      await this.settled();
    }
    const took = await this.page.evaluate(endAct);
    if (took === null) throw new Error(`${name} changes nothing at ${new URL(this.page.url()).pathname}`);
    this.answeredMs.push(took);
  }
}

// The following code runs in the browser, as text: it can use nothing from above, and its types are not
// those of Node.

interface Acting {
  samspillAct: { begun: number; changed: number };
  addEventListener(type: string, listener: (event: { readonly timeStamp: number }) => void, capture: true): void;
  requestAnimationFrame(drawn: (at: number) => void): void;
  MessageChannel: new () => {
    readonly port1: { onmessage: () => void };
    readonly port2: { postMessage(of: null): void };
  };
  MutationObserver: new (onChange: () => void) => { observe(of: object, what: object): void };
  document: object;
}

/** Records when the last interaction happened and when the page last changed, including focus and typed text. */
export function recordInteractions(): void {
  const there = globalThis as unknown as Acting;
  const act = (there.samspillAct = { begun: 0, changed: 0 });
  for (const type of ['keydown', 'pointerdown'])
    there.addEventListener(type, ({ timeStamp }) => (act.begun ||= timeStamp), true);
  // a change is visible when its frame has been drawn: a message is delivered after that
  const changes = () =>
    there.requestAnimationFrame(() => {
      const drawn = new there.MessageChannel();
      drawn.port1.onmessage = () => (act.changed = performance.now());
      drawn.port2.postMessage(null);
    });
  const all = { childList: true, characterData: true, attributes: true, subtree: true };
  new there.MutationObserver(changes).observe(there.document, all);
  for (const type of ['focusin', 'input', 'toggle']) there.addEventListener(type, changes, true);
}

const hasChanged = (): boolean => (globalThis as unknown as Acting).samspillAct.changed > 0;

function beginAct(): void {
  const { samspillAct } = globalThis as unknown as Acting;
  samspillAct.begun = 0;
  samspillAct.changed = 0;
}

function endAct(): number | null {
  const { begun, changed } = (globalThis as unknown as Acting).samspillAct;
  return begun > 0 && changed > begun ? changed - begun : null;
}
