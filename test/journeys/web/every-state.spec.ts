import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { stableId } from '#platform/kernel';
import { ACTION, MEETING, NUMBER, personOf, SERVICE, tellStory, UNIT } from '../../routes/rights.municipality.js';
import type { AskerName } from '../../routes/rights.table.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { openBrowser, seat } from './browser.js';
import { faultsIn, watchHeading, WIDE } from './accessibility.js';

// Every page while it loads, when the server fails, when access is denied, when the session has ended and when there is
// no data; in nynorsk, in a municipality with one of everything.

jest.setTimeout(120_000);

const LIGHT = { 'wide, light': { viewport: WIDE, colorScheme: 'light' } } as const;
/** Every route with a request for data, and the person who opens it. */
const ADDRESSES: readonly (readonly [string, AskerName])[] = [
  ['/', 'coordinator'],
  ['/', 'leaderHere'],
  ['/', 'bfeLeader'],
  ['/', 'pptHere'],
  ['/oppfolging', 'coordinator'],
  ['/oppfolging/ring', 'coordinator'],
  ['/oppfolging/over-frist', 'coordinator'],
  ['/oppfolging/uten-ansvarlig', 'coordinator'],
  ['/moter', 'leaderHere'],
  [`/moter/${MEETING.here}`, 'leaderHere'],
  ['/tiltak', 'teacherHere'],
  [`/tiltak/${ACTION.here}`, 'teacherHere'],
  ['/arsplan', 'coordinator'],
  ['/arsplan', 'leaderHere'],
  ['/enheter', 'coordinator'],
  [`/enheter/${UNIT.here}`, 'leaderHere'],
  ['/protokoller', 'coordinator'],
  ['/statistikk', 'coordinator'],
  ['/statistikk/2', 'leaderHere'],
  ['/tjenester', 'bfeLeader'],
  [`/tjenester/${SERVICE.ppt}`, 'bfeLeader'],
  ['/sok skolen', 'coordinator'],
];
/** Pages without any action, meeting or protocol yet. */
const EMPTY: readonly (readonly [string, AskerName])[] = [
  ['/', 'nurseNowhere'],
  ['/', 'elected'],
  ['/', 'director'],
  ['/tiltak', 'nurseNowhere'],
  ['/moter', 'nurseNowhere'],
  ['/protokoller', 'nurseNowhere'],
  ['/oppfolging/over-frist', 'coordinator'],
  ['/oppfolging/uten-ansvarlig', 'coordinator'],
  [`/tjenester/${SERVICE.nurses}`, 'bfeLeader'],
  ['/sok finnastikkje', 'coordinator'],
  ['/oppfolging?skolear=2030', 'coordinator'],
  ['/statistikk?omrade=Ingen', 'coordinator'],
  ['/statistikk/7?periode=2020-2021', 'coordinator'],
  ['/arsplan?ar=2027', 'leaderHere'],
];
/** Addresses refused to a role that only reads published figures. */
const REFUSED = ADDRESSES.map(([address]) => address).filter(
  (address) => address !== '/' && !address.startsWith('/sok'),
);

let application: ApplicationUnderTest;
let browser: Browser;
const seats = new Map<AskerName, Awaited<ReturnType<typeof seat>>>();
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-22T08:00:00Z'), openBrowser()]);
  await tellStory(application.installation.events);
  await application.caughtUp();
}, 90_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

async function seatOf(asker: AskerName) {
  const kept = seats.get(asker);
  if (kept) return kept;
  const taken = await seat(browser, application, { tenant: NUMBER, personId: personOf(asker) });
  await taken.context.addInitScript(watchHeading);
  seats.set(asker, taken);
  return taken;
}

/** Opens an address; text after a blank is typed as a search, since search terms are never in the address. */
async function arrive(asker: AskerName, to: string): Promise<Page> {
  const { page, open } = await seatOf(asker);
  const [address, sought] = to.split(' ');
  await open(address!);
  if (sought) await page.getByRole('searchbox').fill(sought);
  return page;
}

const isAsked = (url: URL) => /^\/api\/(?!session|.*live$)/.test(url.pathname);
const problem = (status: number) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: 'Internal', status, instance: stableId('states', status) }),
});

/** Holds every request of the page until released, then answers with the given response instead of the server's. */
async function held(page: Page) {
  const waiting: Route[] = [];
  let answer: ((route: Route) => Promise<void>) | undefined;
  await page.route(isAsked, (route) => (answer ? answer(route) : void waiting.push(route)));
  return async (how: (route: Route) => Promise<void>) => {
    answer = how;
    for (const route of waiting) await how(route);
  };
}

describe.each(ADDRESSES)('%s, to %s', (address, asker) => {
  test('is accessible while loading, reports a fault of the server, and appears after trying again', async () => {
    const { page } = await seatOf(asker);
    const letGo = await held(page);
    try {
      await arrive(asker, address);
      await page.locator('[data-waiting] svg').first().waitFor();
      expect(await faultsIn(page, LIGHT)).toEqual({});

      await letGo((route) => route.fulfill(problem(500)));
      const again = page.getByRole('button', { name: 'Prøv igjen' });
      await again.first().waitFor();
      await page
        .getByText(`Nummer: ${stableId('states', 500)}`)
        .first()
        .waitFor();
      expect(await page.locator('[data-waiting]').count()).toBe(0);
      expect(await faultsIn(page)).toEqual({});
    } finally {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    }
    const again = page.getByRole('button', { name: 'Prøv igjen' });
    for (let left = await again.count(); left > 0; left = await again.count()) {
      await Promise.all([page.waitForResponse((answer) => isAsked(new URL(answer.url()))), again.first().click()]);
      await page.waitForFunction(() => document.querySelector('[data-waiting]') === null);
    }
    expect(await faultsIn(page, LIGHT)).toEqual({});
  });
});

test.each(EMPTY)('the empty page %s says to %s what it will contain', async (address, asker) => {
  const page = await arrive(asker, address);
  await page.waitForFunction(() => document.querySelector('[data-waiting]') === null);
  expect(await page.getByRole('alert').count()).toBe(0);
  expect((await page.locator('main').innerText()).length).toBeGreaterThan(30);
  expect(await faultsIn(page)).toEqual({});
});

test.each(REFUSED)('%s gives the same refusal whether the item exists or not', async (address) => {
  const page = await arrive('elected', address);
  await page.getByRole('alert').getByText('Denne sida kan du ikkje opne').first().waitFor();
  expect(await faultsIn(page, LIGHT)).toEqual({});
});

describe('a page that remains on the screen', () => {
  test('reports the end of the session in a dialog, and continues after signing in again', async () => {
    const { page, open, leave } = await seat(browser, application, {
      tenant: NUMBER,
      personId: personOf('leaderHere'),
    });
    await open('/tiltak');
    await page.context().clearCookies();
    // The dialog may appear before the click: the page also polls by itself.
    await page.getByRole('link', { name: 'Møte', exact: true }).first().dispatchEvent('click');
    const dialog = page.getByRole('dialog', { name: /logga ut/i });
    await dialog.waitFor();
    expect(await faultsIn(page)).toEqual({});
    expect(await dialog.evaluate((it) => it.contains(document.activeElement))).toBe(true);
    await leave();
  });

  test('reports a lost connection', async () => {
    const { page, context, open, leave } = await seat(browser, application, {
      tenant: NUMBER,
      personId: personOf('leaderHere'),
    });
    await open('/moter');
    await page
      .getByRole('link', { name: /10\. november/ })
      .first()
      .waitFor();
    await context.setOffline(true);
    await page
      .getByRole('link', { name: /10\. november/ })
      .first()
      .click();
    await page.getByRole('alert').getByRole('heading', { name: 'Får ikkje kontakt med Samspill' }).waitFor();
    expect(await faultsIn(page)).toEqual({});
    await leave();
  });
});
