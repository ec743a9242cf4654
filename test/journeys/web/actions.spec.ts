import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { EventCatalog } from '#platform/event-store';
import { addDays, CalendarDate, stableId } from '#platform/kernel';
import { ActionAgreed, actionEvents } from '#actions/contract';
import {
  ACTION,
  ACTION_TEXT,
  MEETING,
  NUMBER,
  personOf,
  SERVICE,
  tellStory,
  UNIT,
} from '../../routes/rights.municipality.js';
import type { AskerName, Place } from '../../routes/rights.table.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat, type Seat } from './browser.js';

jest.setTimeout(180_000);

/** Wednesday of week 47. */
const TODAY = CalendarDate.parse('2026-11-18');
const MANY = 150;

let application: ApplicationUnderTest;
let browser: Browser;
const seats: Seat[] = [];
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication(`${TODAY}T08:00:00Z`), openBrowser()]);
  await tellStory(application.installation.events);
  await agreed('Rettleie laget på trinnet', 'pptHere', 'here', -3);
  await agreed('Halde kurs for dei tilsette', 'pptHere', 'here', 1);
  await agreed('Kartleggje språkmiljøet', 'pptHere', 'here', 20);
  await agreed('Følgje opp rutinen', 'teacherHere', 'here', -10);
  await agreed('Skrive ny plan for friminutta', 'teacherHere', 'here', 4);
  for (let i = 0; i < MANY; i += 1) await agreed(`Tiltak nummer ${i}`, 'childWelfareThere', 'there', 30 + i);
  await application.caughtUp();
}, 120_000);
afterEach(async () => {
  for (const { leave, complaints } of seats.splice(0)) {
    await leave();
    expect(complaints).toEqual([]);
  }
});
afterAll(async () => {
  await browser.close();
  await application.close();
});

/** A protocol that contains one agreed action, written to the log. */
async function agreed(text: string, owner: AskerName, place: Place, dueInDays: number): Promise<void> {
  const actionId = stableId('journey', text);
  const event = ActionAgreed(
    ActionAgreed.schema.parse({
      actionId,
      meetingId: MEETING[place],
      unitIds: [UNIT[place]],
      agreedOn: '2026-11-10',
      text,
      ownerId: personOf(owner),
      ownerServiceId: owner === 'pptHere' ? SERVICE.ppt : null,
      dueOn: addDays(TODAY, dueInDays),
      followUpOn: addDays(TODAY, dueInDays + 2),
      level: 'system',
      category: 'guidance',
      approach: null,
      contributors: [],
      resources: null,
      wantedEffect: null,
      matterId: null,
    }),
  );
  const encoded = new EventCatalog(actionEvents).encode(stableId(actionId, 0), event, {
    commandId: stableId('agree', text),
    request: 'told',
    correlationId: stableId('agree', text),
    actor: 'system:specification',
    occurredAt: '2026-11-11T10:00:00.000Z',
  });
  await application.installation.events.append(NUMBER, `action-${actionId}`, 'no-stream', [encoded]);
}

async function sits(name: AskerName, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const seated = await seat(browser, application, { tenant: NUMBER, personId: personOf(name) }, options);
  seats.push(seated);
  await seated.open(path);
  return seated.page;
}
const row = (page: Page, text: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: text }) });
const answersOf = (page: Page, text: string) => page.getByRole('group', { name: `Svar på «${text}»` });
/** The page's status message, which screen readers announce. */
const shows = (page: Page, text: string) => page.getByText(text).first().waitFor();

/** Presses Tab until the named control has the focus, so that the test proves it reachable by keyboard. */
async function tabTo(page: Page, group: string | null, name: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      const group = element?.closest('[role=group]')?.getAttribute('aria-label') ?? null;
      return { name: element?.textContent?.trim(), group };
    });
    if (at.name === name && (group === null || at.group === `Svar på «${group}»`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describe('a member of a service, by keyboard alone', () => {
  test('answers three actions and hands one over, which the receiver accepts', async () => {
    const page = await sits('pptHere', '/');
    await page.getByRole('heading', { name: /Over fristen/ }).waitFor();
    await page
      .getByRole('heading', { name: /Denne veka/ })
      .first()
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await tabTo(page, 'Rettleie laget på trinnet', 'Godta');
    await page.keyboard.press('Enter');
    await shows(page, 'Du har godteke tiltaket');

    await tabTo(page, 'Rettleie laget på trinnet', 'Meir tid');
    await page.keyboard.press('Enter');
    await page.getByLabel('Kvifor trengst meir tid?').waitFor();
    await page.keyboard.type('Ventar på skulen');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.type('15.12');
    await page.keyboard.press('Enter');
    await shows(page, 'Ny frist er sett');
    await page.getByRole('heading', { name: /Over fristen/ }).waitFor({ state: 'hidden' });
    await row(page, 'Rettleie laget på trinnet').getByText('frist 15. des.').waitFor();

    await tabTo(page, 'Halde kurs for dei tilsette', 'Gjennomført');
    await page.keyboard.press('Enter');
    await page.getByLabel('Kva vart gjort? (valfritt)').waitFor();
    await page.keyboard.type('Alle tilsette var der');
    await page.keyboard.press('Control+Enter');
    await shows(page, 'Meldt gjennomført');
    // An answered action leaves the list, and the focus is not lost with it.
    await page
      .getByRole('heading', { name: /Denne veka/ })
      .first()
      .waitFor();
    await row(page, 'Halde kurs for dei tilsette').getByRole('button', { name: 'Vurder verknaden' }).waitFor();
    expect(await focused(page)).not.toBe('');

    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await row(page, 'Kartleggje språkmiljøet').waitFor();
    await tabTo(page, 'Kartleggje språkmiljøet', 'Overfør');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Kven skal ta over?' }).waitFor();
    await page.keyboard.type('nur');
    await page.getByRole('option', { name: /nurseNowhere/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await shows(page, 'Tilbode nurseNowhere');

    const other = await sits('nurseNowhere', '/tiltak');
    await other.getByRole('heading', { name: /Nokon ber deg ta over/ }).waitFor();
    await row(other, 'Kartleggje språkmiljøet').getByText('pptHere bad deg ta over').waitFor();
    await tabTo(other, 'Kartleggje språkmiljøet', 'Ta over');
    await other.keyboard.press('Enter');
    await shows(other, 'Du har teke over tiltaket');
    await other.getByRole('heading', { name: /Seinare/ }).waitFor();
    await answersOf(other, 'Kartleggje språkmiljøet').getByRole('button', { name: 'Gjennomført' }).waitFor();
    // The previous owner's page updates at once.
    await row(page, 'Kartleggje språkmiljøet').waitFor({ state: 'hidden' });
  });
});

describe('a unit leader', () => {
  test('follows up another person’s action; a refusal is shown at its field, and typed text remains', async () => {
    const page = await sits('leaderHere', '/tiltak?status=over-frist');
    const text = 'Følgje opp rutinen';
    await answersOf(page, text).getByRole('button', { name: 'Status' }).click();
    const note = page.getByLabel('Kva vart sett? (valfritt)');
    await note.fill('Gjeld 01017012345');
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByText('eit tal på elleve siffer').waitFor();
    expect(await note.getAttribute('aria-invalid')).toBe('true');
    expect(await accessibilityFaults(page)).toEqual([]);

    await note.fill('Halvparten er gjort');
    await page.getByLabel('Følgt opp: må endrast').check();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByText('Det du har skrive, står her.').waitFor();
    expect(await note.inputValue()).toBe('Halvparten er gjort');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await shows(page, 'Oppfølginga er lagra');

    await page.getByRole('link', { name: text }).first().click();
    await page.getByRole('heading', { level: 1, name: text }).waitFor();
    expect(await page.title()).toBe(`${text} – Samspill`);
    await page.getByText('må endrast').first().waitFor();
    await page.getByText('Halvparten er gjort').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('changes the text of an action, and abandons it with a reason', async () => {
    const page = await sits('leaderHere', `/tiltak/${stableId('journey', 'Skrive ny plan for friminutta')}`);
    await page.getByRole('button', { name: 'Endre', exact: true }).click();
    await page.getByLabel('Kva skal gjerast?').fill('Skrive ny plan for uteområdet');
    await page.getByRole('button', { name: 'Lagre endringa' }).click();
    await page.getByText('Skriv kvifor.').waitFor();
    await page.getByLabel('Kvifor blir det endra?').fill('Det gjeld meir enn friminutta');
    await page.getByRole('button', { name: 'Lagre endringa' }).click();
    await page.getByRole('heading', { level: 1, name: 'Skrive ny plan for uteområdet' }).waitFor();

    await page.getByRole('button', { name: 'Avbryt tiltaket' }).click();
    await page.getByRole('form', { name: 'Avbryt tiltaket' }).getByRole('button', { name: 'Avbryt tiltaket' }).click();
    await page.getByText('Vel kvifor tiltaket blir avbrote.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Ikkje aktuelt lenger').check();
    await page.getByRole('form', { name: 'Avbryt tiltaket' }).getByRole('button', { name: 'Avbryt tiltaket' }).click();
    await page.getByText('avbrote 18. nov.').waitFor();
    await page.getByRole('button', { name: 'Endre', exact: true }).waitFor({ state: 'hidden' });
  });
});

describe('the list of actions', () => {
  test('has its filters in its address, and shows them again after going back', async () => {
    const page = await sits('coordinator', `/tiltak?enhet=${UNIT.there}`);
    await page.getByRole('heading', { name: `Seinare ${MANY + 1}` }).waitFor();
    expect(await page.locator('[data-action]').count()).toBe(50);
    await page.getByRole('button', { name: 'Neste' }).click();
    await row(page, 'Tiltak nummer 60').waitFor();
    expect(new URL(page.url()).searchParams.get('side')).toBe('2');
    await page.getByRole('link', { name: 'Tiltak nummer 60' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tiltak nummer 60' }).waitFor();
    await page.goBack();
    await row(page, 'Tiltak nummer 60').waitFor();
    expect(new URL(page.url()).searchParams.get('enhet')).toBe(UNIT.there);
    await page.getByRole('radio', { name: /Over fristen/ }).click();
    await page.getByRole('heading', { name: 'Ingen tiltak her' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('fits into 320 px, in light and dark, with a form open', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await sits('childWelfareThere', '/tiltak', { colorScheme, viewport: { width: 320, height: 640 } });
      await answersOf(page, ACTION_TEXT.there).getByRole('button', { name: 'Status' }).click();
      await page.getByLabel('Korleis går det?').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await focused(page)).toBe('Status');
    }
  });

  test('shows nothing of an action to a user without the right to read it; an empty list says what it will contain', async () => {
    const stranger = await sits('nurseNowhere', `/tiltak/${ACTION.there}`);
    await stranger.getByRole('alert').waitFor();
    expect(await stranger.content()).not.toContain(ACTION_TEXT.there);
    expect(await accessibilityFaults(stranger)).toEqual([]);
    for (const [name, words] of [
      ['teacherThere', 'Du har ingen opne tiltak'],
      ['director', 'Heile kommunen dette skuleåret'],
      ['elected', 'Ingen tal er publiserte enno'],
      ['auditor', 'Innsynsloggen er tom'],
    ] as const) {
      const page = await sits(name, '/');
      await page.getByRole('heading', { name: words }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    }
  });
});
