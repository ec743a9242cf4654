import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
import { accepted, openApplication, type ApplicationUnderTest } from '../application-under-test.js';
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

test('meetings that a closure cancelled are planned again in one step when it is withdrawn', async () => {
  const meeting = { kind: 'ordinary', unitIds: [UNIT.here], on: '2027-01-13', startsAt: '09:00' };
  const asCoordinator = application.personOf(NUMBER, coordinator.personId);
  const { id } = accepted(await asCoordinator.post('/meetings', meeting)) as { id: string };
  const { page, open, leave, complaints } = await seat(browser, application, coordinator);
  const dialog = page.getByRole('dialog');

  await open(`/enheter/${UNIT.here}`);
  await page.getByRole('button', { name: 'Legg ned eininga' }).click();
  await dialog.getByLabel('Siste dag i drift').fill('30.11.2026');
  await dialog.getByLabel('Kvifor vert ho lagd ned?').fill('Slått saman');
  await dialog.getByText('Eitt planlagt møte etter siste dag vert avlyst:').waitFor();
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await page.getByText('Vert lagd ned 30. november 2026.').waitFor();
  await open(`/moter/${id}`);
  await page
    .getByText(/avlyst/i)
    .first()
    .waitFor();

  await open(`/enheter/${UNIT.here}`);
  await page.getByRole('button', { name: 'Angre nedlegginga' }).click();
  await dialog.getByRole('button', { name: 'Angre nedlegginga' }).click();
  await page.getByText('Eitt møte vart avlyst fordi eininga skulle leggjast ned:').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Planlegg på nytt' }).click();
  await page.getByText('Eitt møte er planlagt på nytt.').first().waitFor();
  await page.getByRole('button', { name: 'Planlegg på nytt' }).waitFor({ state: 'detached' });
  // the removed button had the focus
  await page.waitForFunction(() => document.activeElement?.id === 'closing');
  expect(complaints).toEqual([]);
  await leave();
});
