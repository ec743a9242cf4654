import type { Page } from 'playwright-core';
import { accessibilityFaults } from './browser.js';

// How a page is looked at, by the specifications of every page and every state.

export const WIDE = { width: 1280, height: 900 };
/** WCAG 1.4.10: 1280 px at 400 %. */
export const NARROW = { width: 320, height: 640 };
/** WCAG 1.4.4: 1280 px at 200 %. */
export const ZOOMED = { width: 640, height: 450 };
/** So many stops of Tab are looked at on each page. */
const TAB_STOPS = 15;

type Faults = Readonly<Record<string, readonly string[]>>;
/** Only what has something to say. */
const said = (faults: Faults): Faults => Object.fromEntries(Object.entries(faults).filter(([, it]) => it.length > 0));

interface Look {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}
/** On a wide screen by day, on a telephone by night: each breaks in its own way. */
export const LOOKS: Readonly<Record<string, Look>> = {
  'wide, light': { viewport: WIDE, colorScheme: 'light' },
  'narrow, dark': { viewport: NARROW, colorScheme: 'dark' },
};

/** What is wrong with the page as it stands, look by look: it is not opened anew between them. */
export async function faultsIn(page: Page, looks: Readonly<Record<string, Look>> = LOOKS): Promise<Faults> {
  const faults: Record<string, readonly string[]> = {};
  for (const [name, { viewport, colorScheme }] of Object.entries(looks)) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await drawn(page);
    faults[name] = await accessibilityFaults(page);
    faults[`${name}: scrolls sideways`] = await sideways(page);
  }
  const headings = await page.getByRole('heading', { level: 1 }).count();
  faults['headings of the page'] = headings === 1 ? [] : [String(headings)];
  faults['vanished while it was opened'] = await page.evaluate(
    () => (globalThis as { vanished?: readonly string[] }).vanished ?? [],
  );
  return said(faults);
}

/** What is wrong with it at 200 %, and for one who goes by Tab. */
export async function faultsWithin(page: Page): Promise<Faults> {
  await page.setViewportSize(ZOOMED);
  await drawn(page);
  return said({
    'at 200 %: scrolls sideways': await sideways(page),
    'focus is not seen': await withoutVisibleFocus(page),
  });
}

/** A new size or scheme has been drawn: colours that are inherited move on for as many frames as they are deep. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    const moves = () =>
      document.getAnimations().some((it) => it instanceof CSSTransition && it.playState !== 'finished');
    for (let still = 0; still < 2; still = moves() ? 0 : still + 1) await frame();
  });

/**
 * To be run in every page before its own: notes where a heading that stood there goes away on the same address, as it does
 * where the page is taken down to wait for something.
 */
export function watchHeading(): void {
  const vanished: string[] = [];
  (globalThis as { vanished?: readonly string[] }).vanished = vanished;
  let stoodAt: string | undefined;
  new MutationObserver(() => {
    const heading = document.querySelector('h1');
    if (heading !== null && heading.closest('[style*="display: none"]') === null) stoodAt = location.pathname;
    else if (stoodAt === location.pathname && vanished.length === 0) vanished.push(stoodAt);
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['style'] });
}

/** What makes the page wider than its window; nothing may be reached by scrolling sideways alone. */
const sideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter(
      (it) => it.getBoundingClientRect().right > clientWidth && it.getBoundingClientRect().width > 0,
    );
    return [`by ${scrollWidth - clientWidth} px`, ...beyond.slice(0, 3).map((it) => it.outerHTML.slice(0, 120))];
  });

/** Goes through the page by Tab, and names what has the focus without showing it. */
export async function withoutVisibleFocus(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let stop = 0; stop < TAB_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const at = document.activeElement;
      // the skip link shows where the focus is by standing there at all
      if (!at || at === document.body || at.matches('.ds-skip-link')) return null;
      // some controls show it on the label around them, or on the mark drawn beside them
      const marked = [at, at.parentElement, at.nextElementSibling].some((one) => {
        if (!one) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      });
      return marked ? null : at.outerHTML.slice(0, 120);
    });
    if (fault !== null) faults.push(fault);
  }
  return faults;
}
