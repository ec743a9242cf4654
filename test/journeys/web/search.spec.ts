import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { BFE, NUMBER, personOf, SERVICE, tellStory } from '../../routes/rights.municipality.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';

jest.setTimeout(240_000);

let application: ApplicationUnderTest;
let browser: Browser;
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-22T08:00:00Z'), openBrowser()]);
  await tellStory(application.installation.events);
  await application.caughtUp();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});
const person = (name: Parameters<typeof personOf>[0]) => ({ tenant: NUMBER, personId: personOf(name) });

test('a unit is found from any page with the keyboard alone, and going back shows the results again', async () => {
  const { page, open, leave, complaints } = await seat(browser, application, person('leaderHere'));
  await open('/');
  await page.keyboard.press('/');
  await page.keyboard.type('skolen he');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Søk' }).waitFor();
  const unit = page.getByRole('link', { name: 'Skolen here' }).first();
  await unit.waitFor();
  // A search term may be a name, so it is not in the address.
  expect(new URL(page.url()).search).toBe('');
  expect(await accessibilityFaults(page)).toEqual([]);
  await unit.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/enheter\//);
  await page.goBack();
  await page.getByRole('link', { name: 'Skolen here' }).first().waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('skolen he');
  expect(complaints).toEqual([]);
  await leave();
});

test('a service is a link for users with the right to open its page, and plain text for others', async () => {
  const shown = async (name: Parameters<typeof personOf>[0], path: string) => {
    const { page, open, leave } = await seat(browser, application, person(name));
    await open(path);
    if (path === '/sok') await page.getByRole('searchbox').fill('ppt');
    await page.getByRole('main').getByText('PPT').first().waitFor();
    const links = page.getByRole('main').getByRole('link', { name: 'PPT', exact: true });
    const href = (await links.count()) === 0 ? null : await links.first().getAttribute('href');
    await leave();
    return href;
  };
  const service = `/tjenester/${SERVICE.ppt}`;
  for (const path of ['/sok', `/virksomheter/${BFE}`, `/personer/${personOf('pptHere')}`]) {
    expect([path, await shown('bfeLeader', path)]).toEqual([path, service]);
    expect([path, await shown('leaderHere', path)]).toEqual([path, null]);
  }
});

test('a search without results says so, also on a telephone and in dark mode', async () => {
  const { page, open, leave } = await seat(browser, application, person('leaderHere'), {
    viewport: { width: 320, height: 640 },
    colorScheme: 'dark',
  });
  await open('/sok');
  await page.getByRole('searchbox').fill('finstikkje');
  await page.getByRole('heading', { name: 'Ingen treff' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await leave();
});

test('the shortcut can be turned off, and does nothing in text fields', async () => {
  const { page, open, leave } = await seat(browser, application, person('leaderHere'));
  await open('/sok');
  await page.getByRole('searchbox').fill('a');
  await page.keyboard.type('/b');
  expect(await page.getByRole('searchbox').inputValue()).toBe('a/b');
  await open('/');
  await page.getByRole('button', { name: /leaderHere/ }).click();
  await page.getByRole('button', { name: 'Snøggtasten / går til søk' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  expect(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement)).toBe(false);
  await leave();
});
