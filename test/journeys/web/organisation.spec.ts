import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';

jest.setTimeout(120_000);

let application: ApplicationUnderTest;
let browser: Browser;
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-22T08:00:00Z'), openBrowser()]);
  await tellStory(application.installation.events);
  await application.caughtUp();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

test('the organisation is opened by keyboard, searched, and leads to a unit', async () => {
  const coordinator = { tenant: NUMBER, personId: personOf('coordinator') };
  const { page, open, leave, complaints } = await seat(browser, application, coordinator, {
    viewport: { width: 360, height: 740 },
  });
  await open('/enheter');
  await page.getByRole('link', { name: 'Organisasjonen' }).click();
  await page.getByText('2 einingar, 3 tenester og 13 personar').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  // Units are closed at first; the keyboard opens one.
  const unit = page.locator('summary').filter({ hasText: 'Skolen here' });
  await page.getByText('leaderHere').waitFor({ state: 'hidden' });
  await unit.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'leaderHere' }).waitFor();

  await page.getByLabel('Søk etter eining, teneste eller person').fill('nurse');
  await page.getByText('0 einingar, éi teneste og éin person').waitFor();
  await page.getByRole('link', { name: 'nurseNowhere' }).waitFor();
  expect(await page.locator('summary').filter({ hasText: 'Skolen here' }).count()).toBe(0);
  await page.getByLabel('Søk etter eining, teneste eller person').fill('xyzzy');
  await page.getByText('Ingen treff').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('Søk etter eining, teneste eller person').fill('');

  await page.getByRole('checkbox', { name: 'Berre leiarar' }).check();
  await page.getByRole('link', { name: 'leaderThere' }).waitFor();
  expect(await page.getByRole('link', { name: 'teacherThere' }).count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Sida til Skolen here' }).click();
  await page.waitForURL(`**/enheter/${UNIT.here}`);
  expect(complaints).toEqual([]);
  await leave();
});

test('those who read no names in the register cannot open it', async () => {
  const { page, open, leave } = await seat(browser, application, { tenant: NUMBER, personId: personOf('elected') });
  await open('/organisasjon');
  await page.getByRole('heading', { name: 'Denne sida kan du ikkje opne' }).waitFor();
  await leave();
});
