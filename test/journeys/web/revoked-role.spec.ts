import { afterAll, beforeAll, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
import type { AskerName } from '../../routes/rights.table.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { openBrowser, seat } from './browser.js';

// A coordinator takes a leader's access away at once, while the leader has a page open.

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
const sit = (name: AskerName) => seat(browser, application, { tenant: NUMBER, personId: personOf(name) });

test('a role that is ended at once signs the open page out at its next click', async () => {
  const [coordinator, leader] = await Promise.all([sit('coordinator'), sit('leaderHere')]);
  await leader.open(`/enheter/${UNIT.here}`);
  await coordinator.open(`/personer/${personOf('leaderHere')}`);
  await coordinator.page.getByRole('button', { name: /^Avslutt rolla: Einingsleiar/ }).click();
  await coordinator.page.getByRole('button', { name: 'Avslutt med éin gong' }).click();
  await coordinator.page.getByText('Rolla er avslutta.').waitFor({ state: 'attached' });
  await coordinator.page.getByText('Éi rolle er avslutta').waitFor();

  await leader.page.getByRole('link', { name: 'Tiltak', exact: true }).first().click();
  await leader.page.getByRole('dialog', { name: 'Du er logga ut' }).waitFor();
  await Promise.all([coordinator.leave(), leader.leave()]);
});
