import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';

// Checks the focus after each of many keys: takes a minute on a shared machine.
jest.setTimeout(300_000);

// Both schools met in November only: August, September and October are missing at each. The municipality uses nynorsk.
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
const person = (name: Parameters<typeof personOf>[0]) => ({ tenant: NUMBER, personId: personOf(name) });

const hasFocus = (it: Locator) => it.evaluate((element) => element === document.activeElement);
/** Presses Tab until the element has the focus; fails after a limited number of keys. */
async function tabTo(page: Page, it: Locator): Promise<void> {
  await it.waitFor();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await hasFocus(it)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(it)}`);
}
const cell = (page: Page, name: string) =>
  page.getByRole('row', { name: /Skolen here/ }).getByRole('gridcell', { name });

describe('the coordinator, with the keyboard alone', () => {
  test('sees what is missing, exempts a unit from a month, notes a call and reminds; the leader sees the reminder', async () => {
    const { page, open, leave, complaints } = await seat(browser, application, person('coordinator'));
    await open('/');
    await page.getByRole('heading', { name: 'Ring desse først' }).waitFor();
    await page.getByText('2 av 2', { exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const followUp = page.getByRole('link', { name: 'Opne oppfølginga' });
    await tabTo(page, followUp);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Årshjul 2026/27' }).waitFor();
    await tabTo(page, page.getByRole('rowheader', { name: 'Skolen here' }));
    for (const month of ['august', 'september', 'oktober']) {
      await page.keyboard.press('ArrowRight');
      expect(await hasFocus(cell(page, `${month} 2026: ikkje halde`))).toBe(true);
    }
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Om eininga' });
    await panel.getByText('leaderHere').waitFor();
    expect(await hasFocus(panel)).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);

    await tabTo(page, panel.getByRole('button', { name: 'Gi fritak …' }));
    await page.keyboard.press('Enter');
    const grant = panel.getByRole('button', { name: 'Gi fritak' });
    await tabTo(page, grant);
    await page.keyboard.press('Enter');
    await panel.getByText('Skriv kvifor eininga får fritak.').waitFor();
    await panel.getByRole('textbox', { name: 'Grunn' }).focus();
    await page.keyboard.type('Skulen flytta til brakker');
    await tabTo(page, grant);
    await page.keyboard.press('Enter');
    await cell(page, 'oktober 2026: fritak').waitFor();
    await panel.getByText('«Skulen flytta til brakker»').waitFor();

    await tabTo(page, panel.getByRole('button', { name: 'Noter telefon' }));
    await page.keyboard.press('Enter');
    expect(await hasFocus(panel.getByRole('combobox', { name: 'Kven snakka du med?' }))).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('gjeld 01019012345');
    await tabTo(page, panel.getByRole('button', { name: 'Lagre' }));
    await page.keyboard.press('Enter');
    await panel.getByText(/tal på elleve siffer/).waitFor();
    const note = panel.getByRole('textbox', { name: 'Kva kom de fram til?' });
    await note.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Tek igjen møta før jul');
    await tabTo(page, panel.getByRole('button', { name: 'Lagre' }));
    await page.keyboard.press('Enter');
    await panel.getByText('«Tek igjen møta før jul»').waitFor();

    await tabTo(page, panel.getByRole('button', { name: 'Minn på' }));
    await page.keyboard.press('Enter');
    await tabTo(page, panel.getByRole('button', { name: 'Send påminninga' }));
    await page.keyboard.press('Enter');
    await panel.getByText('Mint på: alt').waitFor();
    await page.getByRole('status').getByText('Påminninga er send til').waitFor({ state: 'attached' });

    // A second reminder on the same day is refused with a message.
    await tabTo(page, panel.getByRole('button', { name: 'Minn på' }));
    await page.keyboard.press('Enter');
    await tabTo(page, panel.getByRole('button', { name: 'Send påminninga' }));
    await page.keyboard.press('Enter');
    await panel.getByText(/allereie mint på dette i dag/).waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, panel.getByRole('button', { name: 'Lukk' }));
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await hasFocus(cell(page, 'oktober 2026: fritak'))).toBe(true);
    expect(complaints).toEqual([]);
    await leave();

    const leader = await seat(browser, application, person('leaderHere'));
    await leader.open('/');
    const reminders = leader.page.getByRole('region', { name: 'Koordinatoren minner om' });
    await reminders.getByText('Det er ikkje halde møte i august 2026.').waitFor();
    expect(await reminders.innerText()).not.toContain('oktober');
    expect(await reminders.innerText()).not.toContain('før jul');
    expect(await accessibilityFaults(leader.page)).toEqual([]);
    expect(leader.complaints).toEqual([]);
    await leader.leave();

    const other = await seat(browser, application, person('leaderThere'));
    await other.open('/');
    await other.page.waitForLoadState('networkidle');
    expect(await other.page.getByText('Koordinatoren minner om').count()).toBe(0);
    await other.leave();
  });
});

describe('the board', () => {
  test('keeps typed text in its panel when the window becomes smaller, and shows it completely', async () => {
    const { page, open, leave, complaints } = await seat(browser, application, person('coordinator'));
    await open('/oppfolging');
    await cell(page, 'august 2026: ikkje halde').click();
    const panel = page.getByRole('complementary', { name: 'Om eininga' });
    await panel.getByRole('button', { name: 'Noter telefon' }).click();
    const note = panel.getByRole('textbox', { name: 'Kva kom de fram til?' });
    await note.fill('Tek igjen møtet');
    await page.setViewportSize({ width: 400, height: 640 });
    expect(await note.inputValue()).toBe('Tek igjen møtet');
    const { x, width } = (await panel.boundingBox())!;
    expect([x >= 0, x + width <= 400]).toEqual([true, true]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Lagre' }).click();
    await panel.getByText('«Tek igjen møtet»').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  test('has its choices in its address, and restores place and scroll position after going back', async () => {
    const { page, open, leave, complaints } = await seat(browser, application, person('coordinator'));
    await open('/oppfolging');
    await page.getByRole('combobox', { name: 'Type' }).selectOption('school');
    await page.getByRole('combobox', { name: 'Rekkjefølgje' }).selectOption('navn');
    await page.getByRole('button', { name: 'Vis som tabell' }).click();
    const table = page.getByRole('table', { name: 'Einingar og månader' });
    await table
      .getByRole('row', { name: /Skolen there/ })
      .getByText('ikkje halde')
      .first()
      .waitFor();
    expect(new URL(page.url()).search).toBe('?type=skole&sorter=navn&vis=tabell');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Over frist' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tiltak over fristen' }).waitFor();
    await page.goBack();
    await table.waitFor();
    expect(await page.getByRole('combobox', { name: 'Type' }).inputValue()).toBe('school');
    await page.getByRole('combobox', { name: 'Tilstand' }).selectOption('unconfirmed');
    await page.getByRole('button', { name: 'Vis alle einingar' }).click();
    await table.waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  test('fits into 320 px, with the panel above it', async () => {
    const { page, open, leave } = await seat(browser, application, person('coordinator'), {
      viewport: { width: 320, height: 640 },
    });
    await open('/oppfolging');
    await page.getByRole('rowheader', { name: 'Skolen there' }).click();
    const panel = page.getByRole('dialog', { name: 'Om eininga' });
    await panel.getByRole('button', { name: 'Minn på' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    await leave();
  });

  test('shows a unit leader the own unit only, without the coordinator’s actions; the call list is refused', async () => {
    const { page, open, leave } = await seat(browser, application, person('leaderHere'));
    await open(`/oppfolging?enhet=${UNIT.here}`);
    await page.getByRole('rowheader', { name: 'Skolen here' }).waitFor();
    expect(await page.getByRole('rowheader', { name: 'Skolen there' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Noter telefon' }).count()).toBe(0);
    await open('/oppfolging/ring');
    await page.getByText('Denne sida kan du ikkje opne').waitFor();
    await leave();
  });

  test('keeps the focus in the form, and saves no half-typed name, while standing participants are changed', async () => {
    const { page, open, leave } = await seat(browser, application, person('leaderHere'));
    await open(`/enheter/${UNIT.here}`);
    const change = page.getByRole('button', { name: 'Endre faste deltakarar' });
    const focusIsOn = (it: Locator) => it.and(page.locator(':focus')).waitFor();
    await change.press('Enter');
    const seats = page.getByRole('combobox', { name: /^Deltakar \d+$/ });
    await focusIsOn(seats.first());
    const before = await seats.count();
    await page.getByRole('button', { name: 'Legg til deltakar' }).press('Enter');
    await focusIsOn(seats.nth(before));
    await page
      .getByRole('button', { name: /^Ta bort / })
      .last()
      .press('Enter');
    await focusIsOn(seats.nth(before - 1));
    await seats.first().fill('Ukjend Namn');
    await page.getByRole('button', { name: 'Lagre' }).press('Enter');
    await focusIsOn(seats.first());
    await page.getByText('Vel ein frå lista').waitFor();
    expect(await seats.first().inputValue()).toBe('Ukjend Namn');
    await page.getByRole('button', { name: 'Avbryt' }).press('Enter');
    await focusIsOn(change);
    await leave();
  });
});
