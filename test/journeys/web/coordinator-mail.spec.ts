import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { WorkingTables } from '#platform/database';
import { EventCatalog } from '#platform/event-store';
import { CalendarDate, stableId } from '#platform/kernel';
import { Dispatches, dispatchIdOf } from '#platform/mail';
import { AlertSent, alertStepsEvents } from '#alerts/contract';
import { ACTION, ACTION_TEXT, NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
import type { AskerName, Place } from '../../routes/rights.table.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';
import { digestWasMade } from './sent-digest.js';

jest.setTimeout(180_000);

let application: ApplicationUnderTest;
let browser: Browser;
const mailOf = (name: AskerName, period: string) => ({ personId: personOf(name), kind: 'daily', period });
const OWN = mailOf('coordinator', '2026-12-15');
const REFUSED = mailOf('leaderHere', '2026-12-15');

/** Ten working days after the due date of both actions; one mail to the coordinator, and one that was refused. */
beforeAll(async () => {
  [application, browser] = await Promise.all([
    openApplication('2026-12-15T08:00:00Z', {
      SMTP_URL: 'smtp://mail.example.no',
      MAIL_FROM: 'Samspill <a@example.no>',
    }),
    openBrowser(),
  ]);
  await tellStory(application.installation.events);
  for (const place of ['here', 'there'] as const) await told(place);
  await application.caughtUp();
  const dueAt = new Date('2026-12-15T06:00:00Z');
  await application.app.get(Dispatches).announce(NUMBER, [
    { ...OWN, dueAt },
    { ...REFUSED, dueAt },
  ]);
  await application.app.get(WorkingTables).in(NUMBER, async (tables) => {
    const kept = `composed_at = due_at, envelope_from = 'a@example.no', envelope_to = 'b@example.no', subject = 'x', bytes = $2`;
    const bytes = Buffer.from(
      'From: a@example.no\r\nTo: b@example.no\r\nSubject: Det som venter\r\n\r\nTo saker venter.\r\n',
    );
    const change = (how: string, { kind, period, personId }: typeof OWN) =>
      tables.query(`update mail_dispatch set ${kept}, attempts = 1, ${how} where dispatch_id = $1`, [
        dispatchIdOf(NUMBER, { kind, period, personId }),
        bytes,
      ]);
    await change(`state = 'accepted', accepted_at = due_at`, OWN);
    await change(`state = 'refused', answer_code = 550`, REFUSED);
  });
}, 90_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

const seatOf = (name: AskerName, width = 1280) =>
  seat(browser, application, { tenant: NUMBER, personId: personOf(name) }, { viewport: { width, height: 800 } });

/** The coordinator was told of the overdue action of a place. */
async function told(place: Place): Promise<void> {
  const owner = personOf(place === 'here' ? 'teacherHere' : 'childWelfareThere');
  const event = AlertSent({
    alertId: `overdue:${ACTION[place]}`,
    kind: 'overdue',
    subjectId: ACTION[place],
    unitIds: [UNIT[place]],
    serviceIds: [],
    personIds: [owner],
    month: null,
    countedFrom: CalendarDate.parse('2026-12-01'),
    step: 10,
    on: CalendarDate.parse('2026-12-15'),
    to: [{ personId: personOf('coordinator'), as: 'coordinator' }],
    skipped: [],
  });
  const commandId = stableId('told', place);
  const metadata = {
    commandId,
    request: 'told',
    correlationId: commandId,
    actor: 'system:specification',
    occurredAt: '2026-12-15T06:00:00.000Z',
  };
  const encoded = new EventCatalog(alertStepsEvents).encode(commandId, event, metadata);
  await application.installation.events.append(NUMBER, `alert-${stableId('alert', event.data.alertId)}`, 'no-stream', [
    encoded,
  ]);
}

test('new alerts are counted beside the tab until they were seen, and the list is narrowed by unit', async () => {
  const { page, open, leave, complaints } = await seatOf('coordinator');
  await open('/');
  await page.getByRole('link', { name: '2 nye varsel til deg' }).click();
  await page.getByRole('heading', { name: 'Varsel', level: 1 }).waitFor();
  await page.getByRole('listitem').filter({ hasText: ACTION_TEXT.here }).first().waitFor();
  const unit = page.getByRole('combobox', { name: 'Eining' });
  await unit.selectOption(UNIT.there);
  await page.getByText('Eitt varsel', { exact: true }).waitFor();
  expect(new URL(page.url()).search).toBe(`?enhet=${UNIT.there}`);
  expect(await page.getByText(ACTION_TEXT.here).count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await open(`/oppfolging/varsler?enhet=${UNIT.there}`);
  await page.getByText('Eitt varsel', { exact: true }).waitFor();
  await open('/');
  await page.getByRole('link', { name: 'Opne oppfølginga' }).waitFor();
  expect(await page.getByRole('link', { name: /nye varsel/ }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await leave();
});

test('the coordinator sees what became of each mail, and reads her own alone', async () => {
  const { page, open, leave, complaints } = await seatOf('coordinator', 360);
  await open('/oppfolging/varsler/e-post');
  await page.getByText('Avvist av e-posttenaren (svar 550)').waitFor();
  await page.getByText(/MAIL_BOUNCES/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('combobox', { name: 'Kva som hende' }).selectOption('accepted');
  await page.getByText('Éin e-post', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Dagleg e-post' }).click();
  await page.getByText('To saker venter.').waitFor();
  await page.getByText('Det som venter').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await open(`/oppfolging/varsler/e-post/${dispatchIdOf(NUMBER, REFUSED)}`);
  await page.getByText('Innhaldet kan berre mottakaren lese').waitFor();
  expect(await page.getByText('To saker venter.').count()).toBe(0);
  expect(complaints).toEqual([]);
  await leave();
});

test('the coordinator switches answers from the mail on and off, and a unit’s leader sees which holds', async () => {
  const { page, open, leave, complaints } = await seatOf('coordinator', 360);
  await open('/oppfolging/varsler/trinn');
  const part = page.getByRole('region', { name: 'Svar frå e-posten' });
  await part.getByText('Slått av.').waitFor();
  await part.getByRole('button', { name: /^Slå på/ }).click();
  await part.getByText('Slått på.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const leader = await seatOf('leaderHere');
  await leader.open('/oppfolging/varsler/trinn');
  const shown = leader.page.getByRole('region', { name: 'Svar frå e-posten' });
  await shown.getByText('Slått på.').waitFor();
  expect(await shown.getByRole('button').count()).toBe(0);
  await leader.leave();
  await part.getByRole('button', { name: /^Slå av/ }).click();
  await part.getByText('Slått av.').waitFor();
  expect(complaints).toEqual([]);
  await leave();
});

test('a person without an address is listed until the coordinator has added it', async () => {
  const { page, open, leave, complaints } = await seatOf('coordinator');
  await open('/oppfolging/varsler/ikke-nadd');
  const row = page.getByRole('listitem').filter({ hasText: 'leaderHere' });
  await row.getByText(/^Adressa manglar\./).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await row.getByRole('link', { name: 'leaderHere', exact: true }).click();
  await page.getByRole('button', { name: 'Legg til e-postadresse' }).click();
  const address = page.getByRole('textbox', { name: 'E-postadresse' });
  await address.fill('ikkje ei adresse');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await page.locator('[aria-invalid="true"]').waitFor();
  await address.fill('leder@example.no');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await page.getByRole('link', { name: 'leder@example.no' }).waitFor();
  await open('/oppfolging/varsler/ikke-nadd');
  await page.getByRole('listitem').filter({ hasText: 'leaderThere' }).waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: 'leaderHere' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await leave();
});

test('the coordinator has a person’s digest sent again, as often as that helps, once there is an address', async () => {
  await digestWasMade(application, NUMBER, personOf('bfeLeader'));
  const { page, open, leave, complaints } = await seatOf('coordinator', 360);
  await open(`/personer/${personOf('bfeLeader')}`);
  const digests = page.getByRole('region', { name: 'Vekeoppsummeringar' });
  await digests.getByText('Veke 47, 2026').waitFor();
  await digests.getByText(/^Dei kan ikkje sendast på nytt før personen har ei e-postadresse/).waitFor();
  expect(await digests.getByRole('button').count()).toBe(0);
  await page.getByRole('button', { name: 'Legg til e-postadresse' }).click();
  await page.getByRole('textbox', { name: 'E-postadresse' }).fill('bfe@example.no');
  await page.getByRole('button', { name: 'Lagre' }).click();
  const again = digests.getByRole('button', { name: 'Send på nytt: Veke 47, 2026' });
  for (let times = 1; times <= 5; times += 1) {
    await Promise.all([
      page.waitForResponse((it) => it.url().endsWith('/resend') && it.ok()),
      again.and(page.locator(':not([aria-busy="true"])')).click(),
    ]);
    await digests.getByText(/^Ho blir send igjen innan eit minutt/).waitFor();
  }
  await digests.getByText(/Send på nytt 5 gonger\./).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await again.and(page.locator(':not([aria-busy="true"])')).click();
  await digests.getByText(/er send på nytt fem gonger/).waitFor();
  expect(complaints).toEqual([]);
  await leave();

  const leader = await seatOf('leaderHere');
  await leader.open(`/personer/${personOf('bfeLeader')}`);
  await leader.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await leader.page.getByRole('region', { name: 'Vekeoppsummeringar' }).count()).toBe(0);
  await leader.leave();
});

test('the steps are changed after a look at whom that would tell', async () => {
  const { page, open, leave, complaints } = await seatOf('coordinator');
  await open('/oppfolging/varsler/trinn');
  await page.getByText(/^Kommunen har ikkje endra trinna/).waitFor();
  const overdue = page.getByRole('region', { name: 'Tiltak med frist' });
  await overdue.getByText('10 virkedagar etter fristen: koordinatoren').waitFor();
  await overdue.getByRole('button', { name: /^Endre/ }).click();
  const days = overdue.getByRole('textbox', { name: 'Virkedagar' });
  await overdue.getByRole('button', { name: /^Legg til trinn/ }).click();
  await overdue.getByRole('button', { name: /^Fjern trinn 7/ }).click();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Legg til trinn/);
  await days.nth(4).fill('');
  await page.getByRole('button', { name: /^Lagre trinna/ }).click();
  await overdue.getByText(/^Skriv eit heilt tal/).waitFor();
  // The same day as another step is refused by the rule of the settings, at the step.
  await days.nth(4).fill('6');
  await page.getByRole('button', { name: /^Lagre trinna/ }).click();
  await overdue.getByText(/to av dei kjem på same dag/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await days.nth(4).fill('8');
  await page.getByRole('button', { name: /^Lagre trinna/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Lagre varslingstrinna?' });
  await dialog.getByText(/neste daglege e-post, onsdag 16\. desember/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await page.getByText(/^Sist endra .* av coordinator\./).waitFor();

  await open('/oppfolging/varsler/trinn');
  await overdue.getByText('8 virkedagar etter fristen: koordinatoren').waitFor();
  await overdue.getByText('Kommunen sine eigne trinn.').waitFor();
  expect(complaints).toEqual([]);
  await leave();
});

test('a unit leader reads the steps and cannot change them', async () => {
  const { page, open, leave, complaints } = await seatOf('leaderHere');
  await open('/oppfolging/varsler/trinn');
  await page.getByText('6 virkedagar etter fristen: einingsleiaren').waitFor();
  expect(await page.getByRole('button', { name: /^(Endre|Lagre)/ }).count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});
