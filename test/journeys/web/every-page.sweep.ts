import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { makeDemo } from '../../../apps/cli/src/demo/make-demo.js';
import { openHouse, type House } from '../house-under-test.js';
import { accessibilityFaults, openBrowser, seat, type Seat } from './browser.js';
import { demoAt, discover, type Discovered, type Persona } from './discover.js';
import { PAGES, type SeenPage } from './pages.table.js';
import { watchRequests } from './settled.js';

jest.setTimeout(120_000);

// Every page of the table, seen by the one whose page it is: in light and dark, on a wide screen and on the narrowest.

const QUIET = { out: () => undefined, err: () => undefined, draw: () => undefined, interactive: false, width: 80 };
const asOf = new Date('2026-11-18T12:00:00+01:00');
const WIDE = { width: 1280, height: 900 };
/** WCAG 1.4.10: 1280 px at 400 %. */
const NARROW = { width: 320, height: 640 };
/** WCAG 1.4.4: 1280 px at 200 %. */
const ZOOMED = { width: 640, height: 450 };
/** So many stops of Tab are looked at on each page. */
const TAB_STOPS = 15;

let house: House;
let browser: Browser;
let found: Discovered;
/** One seat for each who looks, kept from page to page as a person keeps a window. */
const seats = new Map<Persona | null, Seat & { readonly settled: () => Promise<void> }>();

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(asOf.toISOString()), openBrowser()]);
  const wish = { seed: 2026, asOf, scale: { schools: 4, kindergartens: 3, schoolYears: 1 } };
  await makeDemo(house.installation, wish, { terminal: QUIET, signal: new AbortController().signal });
  await house.installation.freshness.reached(await house.installation.events.head(), 30_000);
  found = await discover(house.address);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await house.close();
});

async function seatOf(persona: Persona | null) {
  const kept = seats.get(persona);
  if (kept) return kept;
  const demo = demoAt(house.address);
  const person = persona && { municipality: demo.municipality, personId: found.people.get(persona)! };
  const taken = await seat(browser, demo, person ?? undefined, { viewport: WIDE });
  const it = { ...taken, settled: watchRequests(taken.page) };
  seats.set(persona, it);
  return it;
}

async function opened({ as, path, route, then }: SeenPage) {
  const seated = await seatOf(as);
  await seated.page.setViewportSize(WIDE);
  await seated.page.emulateMedia({ colorScheme: 'light' });
  await seated.open(path?.(found) ?? route);
  await seated.settled();
  await then?.(seated.page);
  await seated.settled();
  return seated;
}

describe.each(PAGES)('$name', (seen) => {
  test('is whole, accessible and within its window, in light and dark, wide and narrow', async () => {
    const { page, settled, complaints } = await opened(seen);
    const before = complaints.length;
    const faults: Record<string, readonly string[]> = {};
    for (const [size, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: 'light' });
      await settled();
      faults[size] = await accessibilityFaults(page);
      faults[`${size}: scrolls sideways`] = await sideways(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      faults[`${size}, dark`] = await accessibilityFaults(page, 'color-contrast');
    }
    await page.setViewportSize(ZOOMED);
    faults['at 200 %: scrolls sideways'] = await sideways(page);
    faults['focus is not seen'] = await withoutVisibleFocus(page);
    expect(Object.fromEntries(Object.entries(faults).filter(([, each]) => each.length > 0))).toEqual({});

    const heading = page.getByRole('heading', { level: 1 });
    expect(await heading.count()).toBe(1);
    expect(await page.title()).toMatch(/^\S.+ – Samspill$/);
    const refused =
      (await page.getByRole('alert').count()) > 0 || (await heading.innerText()).startsWith('Her er det ingen side');
    expect(refused).toBe(seen.refuses ?? false);
    expect(complaints.slice(before)).toEqual([]);
  });
});

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
async function withoutVisibleFocus(page: Page): Promise<readonly string[]> {
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

describe('whoever has set up the machine in another way', () => {
  test('sees borders, words and focus in forced colours', async () => {
    const { page } = await opened(PAGES.find(({ name }) => name === 'start-coordinator')!);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await withoutVisibleFocus(page)).toEqual([]);
    // A place in the navigation tells by more than its background, which forced colours take away, that one is there.
    const here = page.locator('nav [aria-current=page]');
    expect(await here.evaluate((it) => Number(getComputedStyle(it).fontWeight))).toBeGreaterThanOrEqual(600);
    await page.emulateMedia({ forcedColors: null });
  });

  test('sees nothing move that need not', async () => {
    const { page } = await opened(PAGES.find(({ name }) => name === 'start-coordinator')!);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .map((it) => getComputedStyle(it))
        .flatMap(({ animationName, animationDuration, transitionDuration }) => [
          animationName === 'none' ? 0 : parseFloat(animationDuration),
          ...transitionDuration.split(',').map(parseFloat),
        ])
        .filter((seconds) => seconds > 0.01),
    );
    expect(moving).toEqual([]);
  });

  test('reads what to do where JavaScript is turned off', async () => {
    const demo = demoAt(house.address);
    const { page, leave } = await seat(browser, demo, undefined, { javaScriptEnabled: false });
    await page.goto('/');
    expect(await page.locator('body').innerText()).toMatch(/Samspill trenger JavaScript/);
    await leave();
  });
});

test('the table has every page that there is', () => {
  const routes = readFileSync(new URL('../../../apps/web/src/frame/routes.tsx', import.meta.url), 'utf8');
  const paths = [...routes.matchAll(/'([^']+)': \(\) => import\(/g)].map(([, path]) => path);
  expect(paths).toContain('/moter/:meetingId');
  expect(paths.filter((path) => !PAGES.some((it) => it.route === path))).toEqual([]);
});
