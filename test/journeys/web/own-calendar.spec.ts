import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { NUMBER, personOf, tellStory } from '../../routes/rights.municipality.js';
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

/**
 * Reads the address of a subscription as a calendar program does; the test's server answers in place of the public one.
 */
async function fetched(url: string): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await fetch(new URL(new URL(url).pathname, application.address));
  return { status: answer.status, text: await answer.text() };
}

test('a unit leader gets the meetings in their own calendar, changes the address, and ends it', async () => {
  const person = { tenant: NUMBER, personId: personOf('leaderHere') };
  const { page, context, open, leave, complaints } = await seat(browser, application, person, {
    viewport: { width: 360, height: 740 },
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('/moter');
  await page.getByRole('link', { name: 'I din kalender' }).click();
  await page.getByRole('heading', { level: 1, name: 'Møta i din eigen kalender' }).waitFor();
  await page.getByRole('button', { name: 'Lag adressa' }).click();
  const address = page.getByRole('textbox', { name: 'Adressa di' });
  const first = await address.inputValue();
  const plan = await fetched(first);
  expect(plan).toMatchObject({ status: 200 });
  expect(plan.text).toContain('Samarbeidsmøte – Skolen here');
  expect(plan.text).not.toContain('Skolen there');
  await page.getByRole('button', { name: 'Kopier adressa' }).click();
  await page.getByText('Adressa er kopiert.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page.getByRole('button', { name: 'Ny adresse' }).click();
  const renewing = page.getByRole('dialog', { name: 'Lage ei ny adresse?' });
  await renewing.getByRole('button', { name: 'Lag ny adresse' }).click();
  await renewing.waitFor({ state: 'detached' });
  const second = await address.inputValue();
  expect(second).not.toBe(first);
  expect((await fetched(first)).status).toBe(404);
  expect((await fetched(second)).status).toBe(200);

  await page.getByRole('button', { name: 'Avslutt' }).click();
  const ending = page.getByRole('dialog', { name: 'Avslutte abonnementet?' });
  await ending.getByRole('button', { name: 'Avslutt' }).click();
  await page.getByRole('button', { name: 'Lag adressa' }).waitFor();
  expect((await fetched(second)).status).toBe(404);
  expect(complaints).toEqual([]);
  await leave();
});
