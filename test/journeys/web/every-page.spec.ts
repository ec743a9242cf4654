import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { AlertLadder } from '#alerts/contract';
import { CalendarDate } from '#platform/kernel';
import type { ApplicationUnderTest } from '../application-under-test.js';
import { openDemo } from '../demo-under-test.js';
import { openBrowser, seat, type Seat } from './browser.js';
import { demoAt, discover, type Discovered, type Persona } from './discover.js';
import {
  faultsIn,
  faultsWithin,
  LOOKS,
  sharedWithoutVisibleFocus,
  watchHeading,
  WIDE,
  withoutVisibleFocus,
  ZOOMED,
} from './accessibility.js';
import { PAGES } from './pages.table.js';
import type { SeenPage } from './seen-page.js';
import { digestWasMade } from './sent-digest.js';
import { watchRequests } from './settled.js';

jest.setTimeout(120_000);

// Every page of the table, opened by the person it is for: in light and dark, on a wide screen and on the narrowest.

let application: ApplicationUnderTest;
let browser: Browser;
let found: Discovered;
/** One window per person, kept from page to page. */
const seats = new Map<Persona | null, Seat & { readonly settled: () => Promise<void> }>();

beforeAll(async () => {
  [application, browser] = await Promise.all([openDemo(1), openBrowser()]);
  // The alerts of a first day with mail: some are told, older ones wait.
  const ladder = application.app.get(AlertLadder, { strict: false });
  await ladder.carryOut(demoAt(application.address).tenant, CalendarDate.parse('2026-11-18'), null);
  found = await discover(application.address);
  await digestWasMade(application, demoAt(application.address).tenant, found.people.get('service-unit-leader')!);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

async function seatOf(persona: Persona | null) {
  const kept = seats.get(persona);
  if (kept) return kept;
  const demo = demoAt(application.address);
  const person = persona && { tenant: demo.tenant, personId: found.people.get(persona)! };
  const taken = await seat(browser, demo, person ?? undefined, { viewport: WIDE });
  await taken.context.addInitScript(watchHeading);
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

test.each(PAGES.map((seen) => [seen.name, seen] as const))(
  '%s is complete and accessible, and fits the window, in light and dark, wide and narrow',
  async (_, seen) => {
    const { page, complaints } = await opened(seen);
    const before = complaints.length;
    expect(await faultsIn(page)).toEqual({});
    expect(await page.title()).toMatch(/^\S.+ – Samspill$/);
    const heading = page.getByRole('heading', { level: 1 });
    const refused =
      (await page.getByRole('alert').count()) > 0 || (await heading.innerText()).startsWith('Her er det ingen side');
    expect(refused).toBe(seen.refuses ?? false);
    expect(await faultsWithin(page)).toEqual({});
    // Header and navigation are the same on all pages of a person: they are checked on the start page alone.
    for (const viewport of seen.route === '/' ? [WIDE, ZOOMED] : []) {
      await page.setViewportSize(viewport);
      expect(await sharedWithoutVisibleFocus(page)).toEqual([]);
    }
    expect(complaints.slice(before)).toEqual([]);
  },
);

describe('a user with changed system settings', () => {
  test('sees borders, texts and focus in forced colours', async () => {
    const { page } = await opened(PAGES.find(({ name }) => name === 'start-coordinator')!);
    await page.emulateMedia({ forcedColors: 'active' });
    expect([...(await sharedWithoutVisibleFocus(page)), ...(await withoutVisibleFocus(page))]).toEqual([]);
    // Forced colours remove backgrounds, so the navigation must mark the current page by something else too.
    const here = page.locator('nav [aria-current=page]');
    expect(await here.evaluate((it) => Number(getComputedStyle(it).fontWeight))).toBeGreaterThanOrEqual(600);
    await page.emulateMedia({ forcedColors: null });
  });

  test.each(Object.entries(LOOKS))('sees the whole menu of the user, %s', async (name, look) => {
    const { page } = await opened(PAGES.find((seen) => seen.name === 'start-coordinator')!);
    await page.setViewportSize(look.viewport);
    await page.locator('header [popovertarget]').click();
    await page.getByRole('button', { name: 'Nynorsk' }).waitFor();
    expect(await faultsIn(page, { [name]: look })).toEqual({});
    await page.keyboard.press('Escape');
  });

  test('sees no unnecessary movement', async () => {
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

  test('reads what to do when JavaScript is turned off', async () => {
    const demo = demoAt(application.address);
    const { page, leave } = await seat(browser, demo, undefined, { javaScriptEnabled: false });
    await page.goto('/');
    expect(await page.locator('body').innerText()).toMatch(/Samspill trenger JavaScript/);
    await leave();
  });
});

test('the table of pages has every route, and every person’s start page', () => {
  const routes = readFileSync(new URL('../../../apps/web/src/app/routes.tsx', import.meta.url), 'utf8');
  const paths = [...routes.matchAll(/'([^']+)': \(\) =>\s+withTexts\(/g)].map(([, path]) => path);
  expect(paths).toContain('/moter/:meetingId');
  expect(paths.filter((path) => !PAGES.some((it) => it.route === path))).toEqual([]);
  const persons = PAGES.flatMap(({ as }) => as ?? []);
  expect(persons.filter((person) => !PAGES.some(({ as, route }) => as === person && route === '/'))).toEqual([]);
});
