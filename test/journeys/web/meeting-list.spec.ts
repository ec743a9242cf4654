import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
import type { AskerName } from '../../routes/rights.table.js';
import { accepted, openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';

jest.setTimeout(180_000);

// Two units with a planned meeting each; to that of the first one only its leader has been called.

let application: ApplicationUnderTest;
let browser: Browser;
const planned = new Map<string, string>();
const as = (name: AskerName) => ({ tenant: NUMBER, personId: personOf(name) });
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-30T08:00:00Z'), openBrowser()]);
  const { events } = application.installation;
  await tellStory(events);
  await application.caughtUp();
  const coordinator = application.personOf(NUMBER, personOf('coordinator'));
  for (const [unitId, on] of [
    [UNIT.here, '2026-12-02'],
    [UNIT.there, '2026-12-03'],
  ] as const) {
    const meeting = { kind: 'extraordinary', unitIds: [unitId], on, startsAt: '09:00', reason: 'haster' };
    planned.set(unitId, accepted(await coordinator.post('/meetings', meeting))['id'] as string);
  }
  const notice = { to: [personOf('leaderHere')], agenda: null };
  accepted(await coordinator.post(`/meetings/${planned.get(UNIT.here)}/notice`, notice));
}, 90_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

test.each([
  ['leaderHere', 'kalla inn'],
  ['pptHere', 'innkalling er send'],
] as const)('to %s it says «%s»', async (name, state) => {
  const { page, open, leave } = await seat(browser, application, as(name));
  await open('/moter');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'onsdag 2. desember' }) });
  await row.getByText(state, { exact: true }).waitFor();
  await leave();
});

test('the address may limit the lists to one unit, and the page says so', async () => {
  const { page, open, leave } = await seat(browser, application, as('coordinator'));
  await open(`/moter?enhet=${UNIT.there}`);
  await page.getByRole('link', { name: 'torsdag 3. desember' }).waitFor();
  await page.getByText(/^Berre møta til /).waitFor();
  expect(await page.getByRole('link', { name: 'onsdag 2. desember' }).count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Vis møta til alle einingane' }).press('Enter');
  await page.getByRole('link', { name: 'onsdag 2. desember' }).waitFor();
  await page.getByRole('link', { name: 'torsdag 3. desember' }).waitFor();
  await leave();
});

test('a missing month leads to the meeting that nobody has confirmed', async () => {
  application.setClock('2027-01-04T08:00:00Z');
  const { page, open, leave } = await seat(browser, application, as('coordinator'));
  await open(`/oppfolging?enhet=${UNIT.there}`);
  await page.getByRole('link', { name: /^Det er ikkje halde møte i desember 2026\./ }).click();
  await page.getByText('Ingen har stadfesta at møtet vart halde.').waitFor();
  expect(new URL(page.url()).pathname).toBe(`/moter/${planned.get(UNIT.there)}`);
  await leave();
});
