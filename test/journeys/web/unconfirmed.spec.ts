import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
import type { AskerName } from '../../routes/rights.table.js';
import { accepted, openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';

jest.setTimeout(180_000);

// A meeting whose day has come, and that nobody has confirmed.

let application: ApplicationUnderTest;
let browser: Browser;
const planned = new Map<string, string>();
const as = (name: AskerName) => ({ tenant: NUMBER, personId: personOf(name) });
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-22T08:00:00Z'), openBrowser()]);
  const { events } = application.installation;
  await tellStory(events);
  await application.caughtUp();
  const coordinator = application.personOf(NUMBER, personOf('coordinator'));
  for (const on of ['2026-11-24', '2026-11-25', '2026-11-26']) {
    const meeting = { kind: 'extraordinary', unitIds: [UNIT.here], on, startsAt: '09:00', reason: 'haster' };
    planned.set(on, accepted(await coordinator.post('/meetings', meeting))['id'] as string);
  }
  application.setClock('2026-11-26T08:00:00Z');
}, 90_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

test('the unit’s page leads to every meeting of a month', async () => {
  const { page, open, leave } = await seat(browser, application, as('leaderHere'));
  await open(`/enheter/${UNIT.here}`);
  const november = page.getByRole('listitem').filter({ hasText: /^november/i });
  await november.getByRole('link').first().waitFor();
  expect(await november.getByRole('link').evaluateAll((links) => links.map((it) => it.lastChild!.textContent))).toEqual(
    [
      'Møtet tysdag 10. november',
      'Møtet tysdag 24. november',
      'Møtet onsdag 25. november',
      'Møtet torsdag 26. november',
    ],
  );
  await leave();
});

test('the coordinator confirms that the meeting was held, and may then declare its protocol lost', async () => {
  const { page, open, leave, complaints } = await seat(browser, application, as('coordinator'));
  const refused: string[] = [];
  page.on('response', (answer) => void (answer.status() === 403 && refused.push(answer.url())));
  await open(`/moter/${planned.get('2026-11-24')}`);
  await page.getByText('Ingen har stadfesta at møtet vart halde.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Møtet vart halde' }).press('Enter');
  await page.getByRole('button', { name: 'Erklær protokollen tapt' }).waitFor();
  await page.getByText('Protokollen er ikkje levert enno.').waitFor();
  await page.waitForFunction(() => document.activeElement !== document.body);
  expect(complaints).toEqual([]);
  // the coordinator may not write protocols, so the page does not ask for the draft
  expect(refused).toEqual([]);
  await leave();
});

test('the unit leader sees the meeting once in the list, and reports from the editor that it was not held', async () => {
  const { page, open, leave } = await seat(browser, application, as('leaderHere'));
  const dialog = page.getByRole('dialog');
  await open('/moter');
  await page.getByText('ikkje stadfesta').waitFor();
  expect(await page.getByRole('link', { name: 'onsdag 25. november' }).count()).toBe(1);
  await page.getByRole('link', { name: 'onsdag 25. november' }).click();
  await page.getByRole('button', { name: 'Møtet vart ikkje halde' }).click();
  await dialog.getByRole('button', { name: 'Møtet vart ikkje halde' }).click();
  await dialog.getByText('Skriv kort kvifor.').waitFor();
  await dialog.getByLabel('Kvifor').fill('Sjukdom i heile teamet');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Møtet vart ikkje halde' }).click();
  await page.getByText('Grunn: Sjukdom i heile teamet').waitFor();
  await leave();
});

test('on its day the meeting can still be postponed and cancelled', async () => {
  const { page, open, leave } = await seat(browser, application, as('leaderHere'));
  await open(`/moter/${planned.get('2026-11-26')}`);
  await page.getByRole('button', { name: 'Flytt' }).waitFor();
  await page.getByRole('button', { name: 'Avlys møtet' }).click();
  await page.getByRole('dialog').getByLabel('Kvifor').fill('Straumbrot');
  await page.getByRole('dialog').getByRole('button', { name: 'Avlys møtet' }).click();
  await page.getByText('Grunn: Straumbrot').waitFor();
  await leave();
});

test('a participant without the right to plan gets none of these buttons', async () => {
  const { page, open, leave } = await seat(browser, application, as('pptHere'));
  await open(`/moter/${planned.get('2026-11-24')}`);
  await page.getByRole('heading', { name: 'Nye tiltak' }).waitFor();
  expect(await page.getByRole('button', { name: /Møtet vart|Avlys|Erklær/ }).count()).toBe(0);
  await leave();
});
