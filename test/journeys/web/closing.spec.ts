import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ACTION_TEXT, BFE, NUMBER, personOf, SERVICE, tellStory } from '../../routes/rights.municipality.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';

jest.setTimeout(180_000);

const coordinator = { tenant: NUMBER, personId: personOf('coordinator') };

let application: ApplicationUnderTest;
let browser: Browser;
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-22T08:00:00Z'), openBrowser()]);
  const { events } = application.installation;
  await tellStory(events);
  await application.caughtUp();
}, 90_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

test('the coordinator sees the consequences of closing a service, closes it, changes the day and withdraws the closure', async () => {
  const { page, open, leave, complaints } = await seat(browser, application, coordinator);
  const dialog = page.getByRole('dialog');
  await open('/enheter');
  await page.getByRole('link', { name: 'Tenester og verksemder' }).click();
  await page.getByRole('list', { name: 'Tenester' }).getByRole('link', { name: 'Barnevern' }).click();
  await page.getByRole('button', { name: 'Legg ned tenesta' }).click();
  await dialog.getByLabel('Siste dag i drift').fill('30.11.2026');
  await dialog.getByText('Eitt ope tiltak kjem i «Tiltak utan ansvarleg»:').waitFor();
  await dialog.getByText(ACTION_TEXT.there).waitFor();
  await dialog.getByText('Éin person har framleis ei rolle i tenesta:').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  // The dialog closes once the page is up to date, and until then both show the open action.
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('Vert lagd ned 30. november 2026.').waitFor();
  await page.getByText('Eitt ope tiltak kjem i «Tiltak utan ansvarleg»:').waitFor();

  await page.getByRole('button', { name: 'Endre nedlegginga' }).click();
  await dialog.getByLabel('Siste dag i drift').fill('31.12.2026');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await page.getByText('Vert lagd ned 31. desember 2026.').waitFor();

  await page.getByRole('button', { name: 'Angre nedlegginga' }).click();
  await dialog.getByRole('button', { name: 'Angre nedlegginga' }).click();
  await page.getByRole('button', { name: 'Legg ned tenesta' }).waitFor();

  await page.getByText('Endringar av nedlegginga').click();
  const changes = page.getByRole('group').filter({ hasText: 'Endringar av nedlegginga' }).getByRole('listitem');
  await changes.nth(2).waitFor();
  expect((await changes.allInnerTexts()).map((text) => text.replace(/^.*kl\. \d\d\.\d\d: /, ''))).toEqual([
    'Nedlegging meld: siste dag 30. november 2026. coordinator',
    'Siste dag endra til 31. desember 2026. coordinator',
    'Nedlegginga vart angra. coordinator',
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

test('the page of a closed service shows the closure and links to its actions; after reopening the period remains', async () => {
  const { page, open, leave } = await seat(browser, application, coordinator);
  const dialog = page.getByRole('dialog');
  await open(`/tjenester/${SERVICE.childWelfare}`);
  await page.getByRole('button', { name: 'Legg ned tenesta' }).click();
  await dialog.getByLabel('Siste dag i drift').fill('20.11.2026');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await page.getByText('Lagd ned 20. november 2026.').waitFor();
  await page.getByRole('link', { name: 'Gå til «Tiltak utan ansvarleg»' }).click();
  await page.getByRole('heading', { name: 'Tiltak utan ansvarleg', level: 1 }).waitFor();
  await page.getByRole('link', { name: ACTION_TEXT.there }).waitFor();
  await page.getByText('childWelfareThere arbeidde der det vart lagt ned').waitFor();

  await open('/tjenester');
  await page.getByRole('list', { name: 'Tenester' }).getByText('lagd ned').waitFor();
  await page.getByRole('list', { name: 'Tenester' }).getByRole('link', { name: 'Barnevern' }).click();
  await page.getByRole('button', { name: 'Opne tenesta att' }).click();
  await dialog.getByLabel('Første dag i drift att').fill('22.11.2026');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await page.getByText('Siste dag var 20. november 2026. Opna att 22. november 2026.').waitFor();
  await leave();
});

test('closing a service unit is refused while it leads services, which are named, and possible after they are closed', async () => {
  const { page, open, leave } = await seat(browser, application, coordinator);
  const dialog = page.getByRole('dialog');
  await open(`/virksomheter/${BFE}`);
  await page.getByRole('button', { name: 'Legg ned verksemda' }).click();
  await dialog.getByLabel('Siste dag i drift').fill('31.12.2026');
  await dialog.getByText(/Verksemda leier (éi teneste|\d tenester):/).waitFor();
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await dialog.getByText('Verksemda har framleis tenester. Flytt dei eller legg dei ned først.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await leave();
});
