import type { Locator, Page } from 'playwright-core';

const PATIENCE_MS = 30_000;
/** What has changed nothing after so long changes nothing. */
const NOTHING_MS = 3_000;
const STREAM = /\/live$/;

/** Work of a few moments on a page, as its users do it. */
export type Work = (hands: Hands) => Promise<void>;

/**
 * Hands on a page: each key and each click is one thing done, which is waited for before the next, and timed by the
 * page's own clock until the last of what it changes stands there, an answer of the server's included. What changes
 * nothing is no work, and is refused: a figure for it would say nothing.
 */
export class Hands {
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

  /** Every letter is one thing done. */
  async type(text: string): Promise<void> {
    await this.press(...Array.from(text, (letter) => (letter === ' ' ? 'Space' : letter)));
  }

  async click(what: Locator): Promise<void> {
    await this.timed(`a click on ${what.toString()}`, () => what.click());
  }

  /** Takes hold of something without being timed: what follows is. */
  async focus(what: Locator): Promise<void> {
    await what.focus();
    await this.settled();
  }

  /** Until nothing is on its way and what came is drawn. */
  async settled(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
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
      // a list of choices opens and closes in a world of its own, and its page hears of it a little later
      await this.page.waitForFunction(hasChanged, undefined, { timeout: NOTHING_MS }).catch(() => undefined);
      await this.settled();
    }
    const took = await this.page.evaluate(endAct);
    if (took === null) throw new Error(`${name} changes nothing at ${new URL(this.page.url()).pathname}`);
    this.answeredMs.push(took);
  }
}

// What follows runs in the browser. It is text there: nothing from above may be used, and the types of its world are not
// those of Node.

interface Acting {
  samspillAct: { begun: number; changed: number };
  addEventListener(type: string, told: (event: { readonly timeStamp: number }) => void, capture: true): void;
  requestAnimationFrame(drawn: (at: number) => void): void;
  MessageChannel: new () => {
    readonly port1: { onmessage: () => void };
    readonly port2: { postMessage(of: null): void };
  };
  MutationObserver: new (told: () => void) => { observe(of: object, what: object): void };
  document: object;
}

/** Notes when something was last done, and when the page last changed, the focus and what is typed included. */
export function watchActs(): void {
  const there = globalThis as unknown as Acting;
  const act = (there.samspillAct = { begun: 0, changed: 0 });
  for (const type of ['keydown', 'pointerdown'])
    there.addEventListener(type, ({ timeStamp }) => (act.begun ||= timeStamp), true);
  // what changes is seen when the frame it changes in has been drawn: a message comes after that
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
