import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { EventCatalog } from '#platform/event-store';
import { CalendarDate, stableId } from '#platform/kernel';
import { AlertHeldBack, AlertSent, alertStepsEvents } from '#alerts/contract';
import type { LadderReceiver } from '#registry/contract';
import { ACTION, ACTION_TEXT, NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
import type { AskerName, Place } from '../../routes/rights.table.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';

jest.setTimeout(120_000);

let application: ApplicationUnderTest;
let browser: Browser;
beforeAll(async () => {
  // Ten working days after the due date of both actions.
  [application, browser] = await Promise.all([openApplication('2026-12-15T08:00:00Z'), openBrowser()]);
  await tellStory(application.installation.events);
  await happened('there', AlertHeldBack({ ...aboutOf('there'), step: 6, on: day('2026-12-14') }));
  await happened('here', sentTo('here', 1, 'teacherHere', 'owner'));
  await happened('here', sentTo('here', 6, 'leaderHere', 'unit-leader'));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

const day = (text: string) => CalendarDate.parse(text);
const seatOf = (name: AskerName, width = 1280) =>
  seat(browser, application, { tenant: NUMBER, personId: personOf(name) }, { viewport: { width, height: 800 } });

const aboutOf = (place: Place) => ({
  alertId: `overdue:${ACTION[place]}`,
  kind: 'overdue' as const,
  subjectId: ACTION[place],
  unitIds: [UNIT[place]],
  serviceIds: [],
  personIds: [personOf(place === 'here' ? 'teacherHere' : 'childWelfareThere')],
  month: null,
  countedFrom: day('2026-12-01'),
});
const sentTo = (place: Place, step: number, to: AskerName, as: LadderReceiver) =>
  AlertSent({
    ...aboutOf(place),
    step,
    on: day('2026-12-15'),
    to: [{ personId: personOf(to), as }],
    skipped: [],
  });

/** Appends what a round of the ladder decided about the action of a place. */
async function happened(place: Place, event: ReturnType<typeof AlertSent | typeof AlertHeldBack>): Promise<void> {
  const { events } = application.installation;
  const stream = `alert-${stableId('alert', event.data.alertId)}`;
  const commandId = stableId('told', place, event.data.step);
  const metadata = {
    commandId,
    request: 'told',
    correlationId: commandId,
    actor: 'system:specification',
    occurredAt: '2026-12-15T06:00:00.000Z',
  };
  const encoded = new EventCatalog(alertStepsEvents).encode(stableId(commandId), event, metadata);
  const last = (await events.read(NUMBER, stream)).at(-1);
  await events.append(NUMBER, stream, last?.revision ?? 'no-stream', [encoded]);
  await application.caughtUp();
}

test('the coordinator releases what waits', async () => {
  const { page, open, leave, complaints } = await seatOf('coordinator', 360);
  await open('/oppfolging/varsler');
  await page.getByText('Eitt varsel ventar på at du slepper det fram.').waitFor();
  await page.getByRole('link', { name: 'Vis det som ventar' }).click();
  const waiting = page.getByRole('listitem').filter({ hasText: ACTION_TEXT.there });
  await waiting.getByText('Ingen er varsla enno').waitFor();
  expect(await waiting.getByText('10 virkedagar', { exact: true }).isVisible()).toBe(true);
  const release = page.getByRole('button', { name: /^Slepp fram/ });
  expect(await release.isDisabled()).toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await waiting.getByRole('checkbox', { name: `Vel ${ACTION_TEXT.there}` }).check();
  await page.getByRole('button', { name: 'Slepp fram eitt varsel' }).click();
  await page.getByText('Ingen varsel ventar').waitFor();
  expect(new URL(page.url()).search).toBe('?liste=venter');
  expect(complaints).toEqual([]);
  await leave();
});

test('a unit leader puts an alert aside from the start page, once and with a reason', async () => {
  const { page, open, leave, complaints } = await seatOf('leaderHere');
  await open('/');
  const alerts = page.getByRole('region', { name: 'Eitt varsel til deg' });
  const row = alerts.getByRole('listitem').filter({ hasText: ACTION_TEXT.here }).first();
  expect(await row.getByRole('link', { name: ACTION_TEXT.here }).getAttribute('href')).toBe(`/tiltak/${ACTION.here}`);
  await row.getByText(/^6 virkedagar · fortalt einingsleiar .* 15\. des\.?$/).waitFor();
  expect(await row.getByRole('button', { name: /^Spør|^Merk/ }).count()).toBe(0);
  await row.getByRole('button', { name: /^Historikk/ }).click();
  await row.getByText(/^Éin virkedag: varsla/).waitFor();

  await row.getByRole('button', { name: /^Utset/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Utset varselet' });
  await dialog.getByRole('button', { name: 'Utset' }).click();
  await dialog.getByText('Vel ein dag.').waitFor();
  await dialog.getByText('Skriv kvifor det kan vente.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Vis det igjen' }).fill('15.3');
  await dialog.getByRole('textbox', { name: 'Kvifor kan det vente?' }).fill('Gjort etter møtet');
  await dialog.getByRole('button', { name: 'Utset' }).click();
  await dialog.getByText(/høgst 30 dagar\. Vel/).waitFor();
  await dialog.getByRole('textbox', { name: 'Vis det igjen' }).fill('18.12');
  await dialog.getByRole('button', { name: 'Utset' }).click();
  await alerts.waitFor({ state: 'detached' });

  await open('/oppfolging/varsler?liste=alle');
  const aside = page.getByRole('listitem').filter({ hasText: ACTION_TEXT.here }).first();
  await aside.getByText(/^Utsett til 18\. des/).waitFor();
  expect(await aside.getByRole('button', { name: /^Utset/ }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await leave();
});

test('the coordinator whom an alert has come to asks the owner, and marks it as handled', async () => {
  await happened('here', sentTo('here', 10, 'coordinator', 'coordinator'));
  const { page, open, leave, complaints } = await seatOf('coordinator');
  await open('/oppfolging/varsler');
  const row = page.getByRole('listitem').filter({ hasText: ACTION_TEXT.here }).first();
  await row.getByRole('button', { name: /^Spør den ansvarlege/ }).click();
  const question = page.getByRole('dialog', { name: 'Spør den ansvarlege' });
  await question.getByRole('textbox', { name: /^Kva vil du spørje om/ }).fill('Trengst det hjelp?');
  await question.getByRole('button', { name: 'Spør' }).click();
  await question.waitFor({ state: 'detached' });
  await row.getByRole('button', { name: /^Historikk/ }).click();
  await row.getByText(/^Spurde .* korleis det går\.$/).waitFor();
  await row.getByText('Trengst det hjelp?').waitFor();
  // What the unit leader wrote is there too.
  await row.getByText('Gjort etter møtet').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await row.getByRole('button', { name: /^Merk som handtert/ }).click();
  const handling = page.getByRole('dialog', { name: 'Merk varselet som handtert' });
  await handling.getByRole('button', { name: 'Merk som handtert' }).click();
  await page.getByText('Ingen varsel til deg').waitFor();
  await page.getByRole('combobox', { name: 'Vis' }).selectOption('Alle');
  await page
    .getByRole('listitem')
    .filter({ hasText: ACTION_TEXT.here })
    .first()
    .getByText('Handtert', { exact: true })
    .waitFor();
  expect(new URL(page.url()).search).toBe('?liste=alle');
  expect(complaints).toEqual([]);
  await leave();
});

test('nothing about alerts is on the start page of those who were told nothing', async () => {
  const { page, open, leave } = await seatOf('leaderThere');
  await open('/');
  await page.getByRole('heading', { name: 'Skolen there' }).waitFor();
  expect(await page.getByText(/varsel til deg/).count()).toBe(0);
  await leave();
});
