import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { NUMBER, personOf, tellStory } from '../../routes/rights.municipality.js';
import type { AskerName } from '../../routes/rights.table.js';
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

const sit = (who: AskerName, options = {}) =>
  seat(browser, application, { tenant: NUMBER, personId: personOf(who) }, options);
const places = (page: Page) => page.getByRole('list', { name: 'Stader du er innlogga' }).getByRole('listitem');
const signedOut = (page: Page) => page.getByRole('dialog', { name: 'Du er logga ut' });

test('a person sees where they are signed in, signs out one place, and then all others', async () => {
  const here = await sit('leaderHere', { viewport: { width: 360, height: 740 } });
  const [left, lost, forgotten] = [await sit('leaderHere'), await sit('leaderHere'), await sit('leaderHere')];
  for (const { open } of [left, lost, forgotten]) await open('/moter');
  const { page, open, complaints } = here;
  await open('/');
  await page.getByRole('button', { name: 'leaderHere' }).click();
  await page.getByRole('link', { name: 'Her er du innlogga' }).click();
  await page.getByRole('heading', { level: 1, name: 'Her er du innlogga' }).waitFor();
  await places(page).nth(3).waitFor();
  expect(await places(page).count()).toBe(4);
  expect(await page.getByText('Denne nettlesaren').count()).toBe(1);
  await page.getByText('Samspill loggar deg ut av seg sjølv 8 timar etter at du sist brukte det').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page
    .getByRole('button', { name: /^Logg ut Ukjend nettlesar|^Logg ut .* innlogga/ })
    .first()
    .click();
  await page.getByRole('status').filter({ hasText: 'er logga ut.' }).first().waitFor();
  await places(page).nth(3).waitFor({ state: 'detached' });
  // One of the three; the others still work.
  await Promise.any([left, lost, forgotten].map(({ page: other }) => signedOut(other).waitFor()));

  await page.getByRole('button', { name: 'Logg ut alle andre stader' }).click();
  const asking = page.getByRole('dialog', { name: 'Logge ut alle andre stader?' });
  await asking.getByRole('button', { name: 'Logg ut alle andre stader' }).click();
  await page.getByText('Du er ikkje innlogga andre stader.').waitFor();
  expect(await places(page).count()).toBe(1);
  for (const { page: other } of [left, lost, forgotten]) await signedOut(other).waitFor();
  await open('/moter');
  await page.getByRole('heading', { level: 1, name: 'Møte' }).waitFor();
  expect(complaints).toEqual([]);
  for (const each of [here, left, lost, forgotten]) await each.leave();
});

test('the coordinator signs a person out everywhere, whose page says so at once', async () => {
  const theirs = await sit('teacherHere');
  await theirs.open('/tiltak');
  const coordinator = await sit('coordinator');
  const { page, complaints } = coordinator;
  await coordinator.open(`/personer/${personOf('teacherHere')}`);
  await page.getByRole('button', { name: 'Logg ut overalt' }).click();
  const asking = page.getByRole('dialog', { name: 'Logge ut teacherHere overalt?' });
  await asking.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await asking.getByRole('button', { name: 'Logg ut overalt' }).click();
  await page.getByText('teacherHere er logga ut. Personen var innlogga éin stad.').waitFor();
  await signedOut(theirs.page).waitFor();
  await page.getByRole('button', { name: 'Logg ut overalt' }).click();
  await asking.getByRole('button', { name: 'Logg ut overalt' }).click();
  await page.getByText('teacherHere var ikkje innlogga.').waitFor();
  await coordinator.open(`/personer/${personOf('coordinator')}`);
  await page.getByRole('link', { name: 'Sjå kvar du er innlogga' }).waitFor();
  expect(await page.getByRole('button', { name: 'Logg ut overalt' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await Promise.all([theirs.leave(), coordinator.leave()]);
});

test('signing out that does not succeed says that the person is still signed in', async () => {
  const { page, context, open, leave } = await sit('leaderThere');
  await open('/moter');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'leaderThere' }).click();
  await page.getByRole('button', { name: 'Logg ut', exact: true }).click();
  await page.getByText('Du er framleis innlogga: Samspill svara ikkje. Prøv igjen.').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Logg ut', exact: true }).click();
  await page.waitForURL('**/logg-inn');
  await leave();
});
