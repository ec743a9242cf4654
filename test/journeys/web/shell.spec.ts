import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CalendarDate, MunicipalityNumber, stableId, TenantId } from '#platform/kernel';
import { StreamHandedOver } from '#platform/streams';
import type { Installation } from '../../../apps/composition/src/index.js';
import { NUMBER, personOf, tellStory } from '../../routes/rights.municipality.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';

jest.setTimeout(120_000);

let application: ApplicationUnderTest;
let browser: Browser;
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-22T08:00:00Z'), openBrowser()]);
  await tellStory(application.installation.events);
  await tellStory(application.installation.events, MERGED);
  await handOver(application.installation);
  await application.caughtUp();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});
/** A municipality that a merger has ended. */
const MERGED = MunicipalityNumber.parse('9904');
async function handOver({ events, catalog }: Installation): Promise<void> {
  const to = { tenant: TenantId.parse('9905'), number: MunicipalityNumber.parse('9905'), name: 'Nye Prøvevik' };
  const id = stableId('merger', MERGED);
  const metadata = {
    commandId: id,
    request: id,
    correlationId: id,
    actor: 'system:operator',
    occurredAt: '2026-11-22T07:00:00.000Z',
  };
  const ended = StreamHandedOver({ to, on: CalendarDate.parse('2026-11-22') });
  await events.append(MERGED, `municipality-${MERGED}`, 0n, [catalog.encode(id, ended, metadata)]);
}
const person = (name: Parameters<typeof personOf>[0]) => ({ tenant: NUMBER, personId: personOf(name) });

describe('the layout of all pages', () => {
  test('redirects a user who is not signed in to the sign-in page', async () => {
    const { page, leave, complaints } = await seat(browser, application);
    await page.goto('/tiltak');
    await page.getByRole('heading', { name: 'Logg inn' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/logg-inn');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await leave();
  });

  test('tells a user of a merged municipality, in its own form of Norwegian, where the work continues', async () => {
    const { page, leave, complaints } = await seat(browser, application, {
      tenant: MERGED,
      personId: personOf('coordinator'),
    });
    await page.goto('/tiltak');
    await page.getByRole('heading', { name: 'Logg inn' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toBe(
      'Kommunen er slått saman med andre. Arbeidet held fram i Nye Prøvevik. Logg inn der.',
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await leave();
  });

  test('is in the municipality’s form of Norwegian, shows «Demodata», and is accessible in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, open, leave, complaints } = await seat(browser, application, person('coordinator'), {
        colorScheme,
      });
      await open('/');
      await page.getByRole('heading', { name: 'Oversyn' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('nn');
      await page.getByText('Demodata').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await leave();
    }
  });

  test('keeps the chosen language', async () => {
    const { page, open, leave } = await seat(browser, application, person('leaderHere'));
    await open('/');
    await page.getByRole('button', { name: /leaderHere/ }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await leave();
  });

  test.each([
    [
      'has no room',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
    [
      'forbids storage',
      () => {
        const get = () => {
          throw new DOMException('forbidden', 'SecurityError');
        };
        Object.defineProperties(globalThis, { localStorage: { get }, sessionStorage: { get } });
      },
    ],
  ])('shows the chosen language until the page is left where the browser %s', async (_, refuse) => {
    const { page, open, leave, complaints } = await seat(browser, application, person('leaderHere'));
    await page.addInitScript(refuse);
    await open('/');
    await page.getByRole('button', { name: /leaderHere/ }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.getByRole('link', { name: 'Meetings', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Meetings', exact: true, level: 1 }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  test('closes the menu when the window’s size changes', async () => {
    const { page, open, leave } = await seat(browser, application, person('leaderHere'));
    await open('/');
    await page.getByRole('button', { name: /leaderHere/ }).click();
    const english = page.getByRole('button', { name: 'English' });
    await english.waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await english.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await leave();
  });

  test('moves no entry of the open menu when the user’s municipalities arrive', async () => {
    const { page, open, leave } = await seat(browser, application, person('leaderHere'));
    const { promise: heldBack, resolve: letGo } = Promise.withResolvers<void>();
    await page.route('**/api/session/municipalities', async (route) => {
      await heldBack;
      const names = ['Prøvevik', 'Vidda'];
      await route.fulfill({
        json: { items: names.map((name, nr) => ({ municipality: `${nr}`, name, current: nr === 0 })) },
      });
    });
    await open('/');
    await page.getByRole('button', { name: /leaderHere/ }).click();
    const menu = page.locator('[popover]:popover-open');
    await menu.getByRole('button', { name: 'Logg ut', exact: true }).waitFor();
    const entries = () =>
      menu.evaluate((it) =>
        [...it.querySelectorAll('a, button')].map((entry) => [entry.textContent, entry.getBoundingClientRect().top]),
      );
    const before = await entries();
    letGo();
    await menu.getByRole('link', { name: 'Byt kommune' }).waitFor();
    expect((await entries()).slice(0, before.length)).toEqual(before);
    await leave();
  });

  test('opens the menu by one click again after an entry was chosen', async () => {
    const { page, open, leave } = await seat(browser, application, person('leaderHere'));
    await open('/');
    const trigger = page.getByRole('button', { name: /leaderHere/ });
    const menu = page.locator('[popover]:popover-open');
    await trigger.click();
    await menu.getByRole('link', { name: 'Innstillingar' }).click();
    await page.getByRole('heading', { level: 1, name: 'Innstillingar' }).waitFor();
    await menu.waitFor({ state: 'hidden' });
    await trigger.click();
    await menu.waitFor();
    await leave();
  });

  test('is operated with the keyboard: past the menu, into it, and at 320 px through the menu button', async () => {
    const { page, open, leave } = await seat(browser, application, person('leaderHere'), {
      viewport: { width: 320, height: 640 },
    });
    await open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('navigation').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await leave();
  });

  test('has a page for an unknown address', async () => {
    const { page, open, leave } = await seat(browser, application, person('leaderHere'));
    await open('/finst-ikkje');
    await page.getByRole('heading', { name: 'Her er det inga side' }).waitFor();
    await leave();
  });

  test('is served with a policy against loading from other origins, also when the browser revalidates it', async () => {
    const first = await fetch(application.address);
    const policy = first.headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(policy).not.toContain('unsafe');
    const again = await fetch(application.address, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect([again.status, again.headers.get('content-security-policy')]).toEqual([304, policy]);
    const missing = await fetch(`${application.address}/assets/nothing.js`);
    expect(missing.status).toBe(404);
  });
});

test('a page that is left requests nothing more', async () => {
  const { page, open, leave } = await seat(browser, application, person('coordinator'));
  await page.addInitScript(() => {
    const send = globalThis.fetch;
    globalThis.fetch = (url, ...options) => {
      const { pathname } = new URL(url instanceof Request ? url.url : url, location.href);
      if (pathname === '/api/session')
        localStorage.setItem('seen', `${localStorage.getItem('seen') ?? ''}${location.pathname} `);
      return send(url, ...options);
    };
  });
  const stream = page.waitForRequest((it) => it.url().endsWith('/api/live'));
  await open('/enheter');
  await (await stream).response();
  const seen = () => page.evaluate(() => localStorage.getItem('seen') ?? '');
  const before = await seen();
  await open('/tiltak');
  expect((await seen()).slice(before.length)).not.toContain('/enheter');
  await leave();
});

test('the register of units has no column of areas when no unit has one', async () => {
  const { page, open, leave } = await seat(browser, application, person('coordinator'));
  await open('/enheter');
  await page
    .getByRole('link', { name: /Skolen/ })
    .first()
    .waitFor();
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['Namn', 'Type', 'Barn', 'Status']);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('columnheader').allInnerTexts()).toHaveLength(4);
  await leave();
});
