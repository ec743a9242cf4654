import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { NUMBER, personOf, SERVICE, tellStory, UNIT } from '../../routes/rights.municipality.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';

jest.setTimeout(120_000);

const person = (name: Parameters<typeof personOf>[0]) => ({ tenant: NUMBER, personId: personOf(name) });
const PATH = `/enheter/${UNIT.here}?ar=2026`;

let application: ApplicationUnderTest;
let browser: Browser;
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-05T08:00:00Z'), openBrowser()]);
  await tellStory(application.installation.events);
  await application.caughtUp();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

/** The coordinator's own request, for what has no page yet. */
async function put(path: string, body: object): Promise<void> {
  const { tenant, personId } = person('coordinator');
  const answer = await fetch(`${application.address}/api/${path}`, {
    method: 'PUT',
    headers: { cookie: await application.cookieOf(tenant, personId), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  await application.caughtUp();
}

test('unit and services agree, a new deputy needs a new version, and the coordinator sees who is without', async () => {
  const [head, leader, coordinator] = await Promise.all([
    seat(browser, application, person('leaderHere'), { viewport: { width: 360, height: 740 } }),
    seat(browser, application, person('bfeLeader')),
    seat(browser, application, person('coordinator')),
  ]);

  // The head sees what is missing before anything can be proposed.
  await head.open(PATH);
  await head.page.getByText('Koordinator knyter tenestene til eininga').waitFor();
  expect(await head.page.getByRole('button', { name: /^Foreslå/ }).count()).toBe(0);
  await put(`units/${UNIT.here}/services/${SERVICE.ppt}`, { contactId: null, mustAttend: true });

  await head.page.getByRole('button', { name: 'Foreslå og godkjenn for eininga' }).click();
  await head.page.getByText('Versjon 1 ventar på godkjenning frå tenestene.').waitFor();
  expect(await accessibilityFaults(head.page)).toEqual([]);
  expect(await head.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  // The leader of the services finds it in the list, reads it, and approves.
  await leader.open('/enheter');
  await leader.page.getByRole('link', { name: 'Avtalar' }).click();
  await leader.page.getByText('Ventar på tenestene').waitFor();
  expect(await accessibilityFaults(leader.page)).toEqual([]);
  await leader.page.getByRole('link', { name: 'Skolen here' }).click();
  await leader.page.getByText('Eitt møte', { exact: true }).waitFor();
  await leader.page.getByText('Ingen vara', { exact: true }).waitFor();
  await leader.page.getByRole('button', { name: 'Godkjenn for tenestene' }).click();
  await leader.page.getByText('Godkjend av begge partar.', { exact: true }).waitFor();
  await head.page.getByText('Godkjend av begge partar.', { exact: true }).waitFor();

  // A change after the approval: the first version holds until both have approved the second.
  await put(`units/${UNIT.here}/standing-participants`, {
    participants: [{ personId: personOf('pptHere'), deputyId: personOf('nurseNowhere') }],
  });
  await head.page.getByText('pptHere har fått ein annan vara').waitFor();
  await head.page.getByRole('button', { name: 'Foreslå og godkjenn for eininga' }).click();
  await head.page.getByText('Versjon 1 gjeld til han er godkjend av begge.', { exact: false }).waitFor();
  await head.page.getByText('Ein tidlegare versjon').waitFor();

  await coordinator.open('/oppfolging/avtaler');
  await coordinator.page.getByText('versjon 1 gjeld', { exact: false }).waitFor();
  await coordinator.page.getByRole('combobox').selectOption('none');
  await coordinator.page.getByText('Éi eining').waitFor();
  await coordinator.page.getByRole('link', { name: 'Skolen there' }).waitFor();
  expect(await accessibilityFaults(coordinator.page)).toEqual([]);

  const pdf = await head.page.request.get(`/api/units/${UNIT.here}/school-years/2026/agreement.pdf?version=1`);
  expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  for (const { complaints, leave } of [head, leader, coordinator]) {
    expect(complaints).toEqual([]);
    await leave();
  }
});
