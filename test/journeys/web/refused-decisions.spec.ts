import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { EventCatalog } from '#platform/event-store';
import { ActionId, CalendarDate, stableId } from '#platform/kernel';
import { DecisionRefused, refusedDecisionEvents } from '#actions/contract';
import { ACTION, MEETING, NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
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
const coordinator = { tenant: NUMBER, personId: personOf('coordinator') };

async function refuse(name: string, kind: 'carried-on' | 'agreed', rules: string[]): Promise<void> {
  const { events } = application.installation;
  const refusalId = stableId('refused', name);
  const event = DecisionRefused({
    refusalId,
    actionId: ActionId.parse(kind === 'agreed' ? stableId('never', name) : ACTION.here),
    meetingId: MEETING.here,
    unitIds: [UNIT.here],
    heldOn: CalendarDate.parse('2026-11-10'),
    kind,
    rules,
  });
  const metadata = {
    commandId: refusalId,
    request: 'told',
    correlationId: refusalId,
    actor: 'system:actions-follow-protocols',
    occurredAt: '2026-11-11T10:00:00.000Z',
  };
  const encoded = new EventCatalog(refusedDecisionEvents).encode(stableId(refusalId), event, metadata);
  await events.append(NUMBER, `refuseddecision-${refusalId}`, 'no-stream', [encoded]);
  await application.caughtUp();
}

test('the coordinator sees the differences between protocols and actions, corrects one and marks one as seen', async () => {
  const { page, open, leave, complaints } = await seat(browser, application, coordinator, {
    viewport: { width: 360, height: 740 },
  });
  await open('/oppfolging/avvik');
  await page.getByText('Alle protokollar er følgde').waitFor();

  await refuse('ended', 'carried-on', ['ACTION_ENDED']);
  await refuse('twice', 'agreed', ['ACTION_OF_ANOTHER_MEETING']);
  await open('/');
  await page.getByRole('link', { name: '2 avvik mellom protokoll og tiltak' }).click();
  const ended = page.getByRole('listitem').filter({ hasText: 'Møtet førte tiltaket vidare med ny frist.' });
  await ended.getByText('Tiltaket er avslutta og kan ikkje endrast.', { exact: false }).waitFor();
  await ended.getByText('Skolen here').waitFor();
  expect(await ended.getByRole('link', { name: 'tiltaket vedtatt her' }).getAttribute('href')).toBe(
    `/tiltak/${ACTION.here}`,
  );
  expect(await ended.getByRole('link', { name: 'Protokollen frå 10. november 2026' }).getAttribute('href')).toBe(
    `/moter/${MEETING.here}`,
  );
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await ended.getByRole('button', { name: /^Merk som sett/ }).click();
  const reason = ended.getByRole('textbox', { name: 'Kvifor kan begge stå?' });
  await reason.press('Enter');
  await ended.getByText('Skriv kvifor.').waitFor();
  await reason.fill('gjeld 01019012345');
  await reason.press('Enter');
  await ended.getByText(/tal på elleve siffer/).waitFor();
  await reason.fill('Gjort før møtet');
  await reason.press('Enter');
  await ended.waitFor({ state: 'detached' });
  await page.getByText('Eitt avvik', { exact: true }).waitFor();
  await page.getByText('Eit nytt tiltak i protokollen').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

test('only the coordinator can open the page', async () => {
  const { page, open, leave } = await seat(browser, application, {
    tenant: NUMBER,
    personId: personOf('leaderHere'),
  });
  await open('/oppfolging/avvik');
  await page.getByRole('alert').waitFor();
  expect(await page.getByText('Eit nytt tiltak i protokollen').count()).toBe(0);
  await leave();
});
