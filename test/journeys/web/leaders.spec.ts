import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ActionAgreed, actionEvents } from '#actions/contract';
import { EventCatalog } from '#platform/event-store';
import { ActionId, CalendarDate, stableId } from '#platform/kernel';
import {
  ACTION,
  ACTION_TEXT,
  HEADING,
  MEETING,
  NUMBER,
  personOf,
  SERVICE,
  tellStory,
  UNIT,
} from '../../routes/rights.municipality.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';

jest.setTimeout(180_000);

const person = (name: Parameters<typeof personOf>[0]) => ({ tenant: NUMBER, personId: personOf(name) });
const LATE = ActionId.parse(stableId('leaders', 'late action'));
const LATE_TEXT = 'Rettleie personalet i språkgrupper';
const day = (text: string) => CalendarDate.parse(text);
/** The same heading as for a page without access, so that the two cannot be distinguished. */
const NOT_FOR_YOU = 'Denne sida kan du ikkje opne';

let application: ApplicationUnderTest;
let browser: Browser;
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-22T08:00:00Z'), openBrowser()]);
  const { events } = application.installation;
  await tellStory(events);
  const metadata = {
    commandId: LATE,
    request: 'told',
    correlationId: LATE,
    actor: 'system:specification',
    occurredAt: '2026-11-11T10:00:00.000Z',
  };
  await events.append(NUMBER, `action-${LATE}`, 'no-stream', [
    new EventCatalog(actionEvents).encode(
      stableId('leaders', 'agreed'),
      ActionAgreed({
        actionId: LATE,
        meetingId: MEETING.here,
        unitIds: [UNIT.here],
        agreedOn: day('2026-10-01'),
        text: LATE_TEXT,
        ownerId: personOf('pptHere'),
        ownerServiceId: SERVICE.ppt,
        dueOn: day('2026-10-20'),
        followUpOn: day('2026-10-27'),
        level: 'group',
        category: 'guidance',
        approach: null,
        contributors: [],
        resources: null,
        wantedEffect: null,
        matterId: null,
      }),
      metadata,
    ),
  ]);
  await application.caughtUp();
}, 90_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

describe('a leader of services, on Monday', () => {
  test('follows the links from an urgent matter through the service and its people to the action', async () => {
    const { page, open, leave, complaints } = await seat(browser, application, person('bfeLeader'));
    await open('/');
    await page.getByRole('heading', { name: 'PPT: eitt tiltak er minst 15 virkedagar over fristen' }).waitFor();
    await page.getByText('23 virkedagar over fristen').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Opne Tenester' }).click();
    await page.getByRole('heading', { name: 'Tenester', level: 1 }).waitFor();
    await page.getByRole('figure', { name: 'Oppmøte per teneste' }).getByText('1 av 1').waitFor();

    await page.getByRole('figure', { name: 'Belastning per person' }).getByRole('link', { name: 'pptHere' }).click();
    await page.getByRole('heading', { name: 'PPT', level: 1 }).waitFor();
    expect(await page.getByLabel('Ansvarleg', { exact: true }).inputValue()).toBe(personOf('pptHere'));
    await page.getByRole('link', { name: LATE_TEXT }).click();
    await page.getByRole('heading', { name: LATE_TEXT, level: 1 }).waitFor();

    await page.goBack();
    await page.getByRole('heading', { name: 'PPT', level: 1 }).waitFor();
    expect(new URL(page.url()).searchParams.get('person')).toBe(personOf('pptHere'));
    expect(complaints).toEqual([]);
    await leave();
  });

  test('opens a unit’s attendance and its meetings with the keyboard', async () => {
    const { page, open, leave } = await seat(browser, application, person('bfeLeader'));
    await open(`/tjenester/${SERVICE.ppt}`);
    const unit = page.locator('summary', { hasText: 'Skolen here' });
    await unit.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /10\. november/ }).waitFor();
    await leave();
  });

  test('reads the same figures in a table beside each chart', async () => {
    const { page, open, leave } = await seat(browser, application, person('bfeLeader'));
    await open('/tjenester');
    const chart = page.getByRole('figure', { name: 'Tiltak per teneste' });
    await chart.getByText('Vis som tabell').click();
    const row = chart.getByRole('row', { name: /PPT/ });
    await row.waitFor();
    expect(await row.getByRole('cell').allTextContents()).toEqual(['0', '1']);
    await leave();
  });

  test('gets the same answer for another’s service, action or protocol, whether it exists or not', async () => {
    const { page, open, leave } = await seat(browser, application, person('bfeLeader'));
    const nothing = stableId('leaders', 'nothing');
    for (const address of [
      `/tjenester/${SERVICE.childWelfare}`,
      `/tjenester/${nothing}`,
      `/tiltak/${ACTION.there}`,
      `/tiltak/${nothing}`,
    ]) {
      await open(address);
      await page.getByText(NOT_FOR_YOU).waitFor();
    }
    await open(`/moter/${MEETING.there}`);
    const text = await page.locator('body').innerText();
    expect(text).not.toContain(HEADING.there);
    expect(text).not.toContain(ACTION_TEXT.there);
    const ask = (meetingId: string) => page.request.get(`/api/meetings/${meetingId}/protocol`);
    const [there, nowhere] = [await ask(MEETING.there), await ask(nothing)];
    expect(there.status()).toBe(nowhere.status());
    const { title } = (await there.json()) as { title: string };
    expect(title).toBe(((await nowhere.json()) as { title: string }).title);
    await leave();
  });

  test.each(['light', 'dark'] as const)('has accessible pages, %s, wide and at 320 px', async (colorScheme) => {
    for (const width of [1280, 320]) {
      const viewport = { width, height: 800 };
      const { page, open, leave } = await seat(browser, application, person('bfeLeader'), { colorScheme, viewport });
      for (const [address, shown] of [
        ['/', 'Tenestene side om side'],
        ['/tjenester', 'Blir det betre?'],
        [`/tjenester/${SERVICE.ppt}`, 'Oppmøte eining for eining'],
      ] as const) {
        await open(address);
        await page.getByRole('heading', { name: shown }).waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
      await leave();
    }
  });
});

describe('a leader of a unit, through the year', () => {
  const months = (page: Awaited<ReturnType<typeof seat>>['page']) =>
    page.getByRole('list', { name: 'Skuleåret månad for månad' });
  const startOf = async (instant: string) => {
    application.setClock(instant);
    const seated = await seat(browser, application, person('leaderHere'));
    await seated.open('/');
    await months(seated.page).waitFor();
    return seated;
  };

  test('sees months without a meeting, and the agreed actions, overdue ones first', async () => {
    const { page, leave } = await startOf('2026-11-22T08:00:00Z');
    await months(page).getByRole('listitem').filter({ hasText: 'oktober 2026: ' }).getByText('ikkje halde').waitFor();
    await months(page)
      .getByRole('link', { name: /november 2026: halde og levert/ })
      .waitFor();
    await page.getByText('Det står ikkje noko møte i planen').waitFor();
    const actions = page.getByRole('region', { name: 'Det vi har sagt vi skal gjere' });
    const texts = await actions.getByRole('listitem').getByRole('link').allTextContents();
    expect(texts).toEqual([LATE_TEXT, ACTION_TEXT.here]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await leave();
  });

  test('sees the next meeting, opens it on its day, and afterwards finds its unfiled protocol', async () => {
    application.setClock('2026-11-23T08:00:00Z');
    const planned = await fetch(`${application.address}/api/meetings`, {
      method: 'POST',
      headers: {
        cookie: await application.cookieOf(NUMBER, personOf('leaderHere')),
        origin: application.address,
        'content-type': 'application/json',
        'idempotency-key': stableId('leaders', 'plan'),
      },
      body: JSON.stringify({ unitIds: [UNIT.here], on: '2026-12-10', startsAt: '12:30' }),
    });
    expect(planned.status).toBe(200);
    const { id, position } = (await planned.json()) as { id: string; position: string };
    await application.caughtUp(BigInt(position));

    const before = await startOf('2026-11-24T08:00:00Z');
    await before.page.getByText('torsdag 10. desember kl. 12.30').waitFor();
    await before.page.getByText('om 16 dagar').waitFor();
    expect(await before.page.getByRole('link', { name: 'Sjå sakslista' }).getAttribute('href')).toBe(`/moter/${id}`);
    await before.leave();

    const onTheDay = await startOf('2026-12-10T08:00:00Z');
    await onTheDay.page.getByText('i dag', { exact: true }).waitFor();
    expect(await onTheDay.page.getByRole('link', { name: 'Opne protokollen' }).getAttribute('href')).toBe(
      `/moter/${id}`,
    );
    await onTheDay.leave();

    const after = await startOf('2026-12-14T08:00:00Z');
    await after.page.getByRole('heading', { name: 'Protokollen ventar' }).waitFor();
    await after.page.getByRole('link', { name: 'Opne protokollen frå torsdag 10. desember' }).waitFor();
    expect(await accessibilityFaults(after.page)).toEqual([]);
    await after.leave();
  });

  test('sees the ending school year until 31 July, without July, and the new one from its first day', async () => {
    const last = await startOf('2027-07-31T08:00:00Z');
    await last.page.getByRole('heading', { name: 'Skuleåret 2026/27' }).waitFor();
    expect(await months(last.page).getByRole('listitem').filter({ hasText: 'juli' }).count()).toBe(0);
    await last.leave();
    const first = await startOf('2027-08-16T08:00:00Z');
    await first.page.getByRole('heading', { name: 'Skuleåret 2027/28' }).waitFor();
    await months(first.page)
      .getByRole('listitem')
      .filter({ hasText: 'august 2027: ' })
      .getByText('ikkje planlagt')
      .waitFor();
    await first.page.getByText('Det står ikkje noko møte i planen').waitFor();
    expect(await accessibilityFaults(first.page)).toEqual([]);
    await first.leave();
  });
});
