import type { Page } from 'playwright-core';
import { accessibilityFaults } from './browser.js';

// Checks of a page's appearance, for the specifications of every page and every state.

export const WIDE = { width: 1280, height: 900 };
/** WCAG 1.4.10: 1280 px at 400 %. */
export const NARROW = { width: 320, height: 640 };
/** WCAG 1.4.4: 1280 px at 200 %. */
export const ZOOMED = { width: 640, height: 450 };
/** Number of Tab stops checked on each page. */
const TAB_STOPS = 15;
/** Fewest of them that are the skip link and the header of a zoomed page, whose navigation is closed. */
const SHARED_STOPS = 4;
/** More Tab stops than the skip link, the header and the navigation have together. */
const MOST_SHARED_STOPS = 30;

type Faults = Readonly<Record<string, readonly string[]>>;
/** Leaves out looks without faults. */
const found = (faults: Faults): Faults => Object.fromEntries(Object.entries(faults).filter(([, it]) => it.length > 0));

interface Look {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}
/** A wide screen in light, a telephone in dark: each fails in its own way. */
export const LOOKS: Readonly<Record<string, Look>> = {
  'wide, light': { viewport: WIDE, colorScheme: 'light' },
  'narrow, dark': { viewport: NARROW, colorScheme: 'dark' },
};

/** Faults of the current page in each look, without reopening it in between. */
export async function faultsIn(page: Page, looks: Readonly<Record<string, Look>> = LOOKS): Promise<Faults> {
  const faults: Record<string, readonly string[]> = {};
  for (const [name, { viewport, colorScheme }] of Object.entries(looks)) {
    await withoutTransitions(page);
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
  return found(faults);
}

/** Faults at 200 % zoom, and for keyboard users. */
export async function faultsWithin(page: Page): Promise<Faults> {
  await withoutTransitions(page);
  await page.setViewportSize(ZOOMED);
  await drawn(page);
  return found({
    'at 200 %: scrolls sideways': await sideways(page),
    'focus is not seen': await withoutVisibleFocus(page),
  });
}

/**
 * Lets a change of size or scheme take effect at once: an inherited colour with a transition, however short, changes one
 * level of nesting in each frame.
 */
const withoutTransitions = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, ::before, ::after, ::backdrop { transition: none !important }');
    document.adoptedStyleSheets = [sheet];
  });

/** Waits until a new size or scheme has been drawn. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    await frame();
    await frame();
  });

/**
 * Runs in every page before its own scripts: records a heading that disappears without a change of address, as when the
 * page is unmounted to wait for data.
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

/** Elements that make the page wider than its window; no content may require horizontal scrolling. */
const sideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter(
      (it) => it.getBoundingClientRect().right > clientWidth && it.getBoundingClientRect().width > 0,
    );
    return [`by ${scrollWidth - clientWidth} px`, ...beyond.slice(0, 3).map((it) => it.outerHTML.slice(0, 120))];
  });

/**
 * Moves by Tab through what the page itself shows, after the header and navigation that all pages share, which
 * `sharedWithoutVisibleFocus` checks; returns the focused elements that do not show their focus.
 */
export async function withoutVisibleFocus(page: Page): Promise<readonly string[]> {
  const begun = await beginInContents(page);
  return tabbedThrough(page, begun ? TAB_STOPS - SHARED_STOPS : TAB_STOPS);
}

/**
 * The same from the beginning of the document to the page's own contents, or the footer if they have no stop: the skip
 * link, the header and the navigation, equal on every page that the person opens. Throws if neither is reached.
 */
export async function sharedWithoutVisibleFocus(page: Page): Promise<readonly string[]> {
  await beginInDocument(page);
  const faults: string[] = [];
  for (let stop = 0; stop < MOST_SHARED_STOPS; stop += 1) {
    faults.push(...(await tabbedThrough(page, 1)));
    if (await page.evaluate(() => document.activeElement!.closest('main, footer') !== null)) return faults;
  }
  throw new Error(`The page's contents are not reached by Tab within ${MOST_SHARED_STOPS} stops`);
}

/**
 * Makes Tab go on from the beginning of the page's contents; false where nothing comes before them, or the focus is in
 * them or in a dialog already.
 */
const beginInContents = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const main = document.querySelector<HTMLElement>('#content');
    if (main === null || main.contains(document.activeElement) || document.querySelector('dialog:modal')) return false;
    main.focus({ preventScroll: true });
    return document.activeElement === main;
  });

/** Makes Tab go on from the beginning of the document. */
const beginInDocument = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const first = document.createElement('span');
    first.tabIndex = -1;
    document.body.prepend(first);
    first.focus();
    first.remove();
  });

async function tabbedThrough(page: Page, stops: number): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const at = document.activeElement;
      // The skip link is visible only while it has the focus.
      if (!at || at === document.body || at.matches('.ds-skip-link')) return null;
      // Some controls show focus on the surrounding label, or on a drawn mark beside them.
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
