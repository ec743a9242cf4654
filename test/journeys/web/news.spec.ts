import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
import { accepted, openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat, type Seat } from './browser.js';

jest.setTimeout(300_000);

// Skolen here plans its December meeting and changes it, while the participants and the coordinator have their pages
// open. In nynorsk.
let application: ApplicationUnderTest;
let browser: Browser;
let seats: Seat[];
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-22T08:00:00Z'), openBrowser()]);
  await tellStory(application.installation.events);
  await settled();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

type Name = Parameters<typeof personOf>[0];
const settled = async () => application.caughtUp();
const over = (name: Name) => application.personOf(NUMBER, personOf(name));
const sit = (name: Name, options?: Parameters<typeof seat>[3]) =>
  seat(browser, application, { tenant: NUMBER, personId: personOf(name) }, options);
const news = (page: Page) => page.getByRole('region', { name: 'Endringar i møteplanen' });

/** The unit's own leader decides two meetings of the year; returns the id of December's. */
async function planYear(): Promise<string> {
  const meetings = [
    { month: '2026-12', on: '2026-12-08', startsAt: '12:30' },
    { month: '2027-01', on: '2027-01-12', startsAt: '12:30' },
  ];
  const plan = { rule: { nth: 2, weekday: 2, startsAt: '12:30' }, place: null, meetings };
  accepted(await over('leaderHere').post(`/units/${UNIT.here}/school-years/2026/plan`, plan));
  await settled();
  const { items } = accepted(
    await over('leaderHere').get(`/meetings?unitId=${UNIT.here}&from=2026-12-01&to=2026-12-31`),
  ) as { items: { meetingId: string }[] };
  return items[0]!.meetingId;
}

/** Visible text as one line. */
const wordsOf = async (it: Locator) => (await it.innerText()).replaceAll(/\s+/g, ' ');
/** True if an element has the focus. */
const hasFocus = (it: Locator) => it.evaluate((element) => element === document.activeElement);

describe('after a year is planned and a meeting of it moved', () => {
  test('the adviser and the coordinator get the news once and confirm it; the person who moved it gets none', async () => {
    const december = await planYear();
    const [ppt, coordinator, leader] = (seats = [
      await sit('pptHere'),
      await sit('coordinator'),
      await sit('leaderHere'),
    ]) as [Seat, Seat, Seat];
    // The year plan is one item, and links to all its meetings.
    await ppt.open('/');
    await news(ppt.page).getByText('Skolen here: 2 møte').waitFor();
    await news(ppt.page).getByRole('listitem').waitFor();
    expect(await accessibilityFaults(ppt.page)).toEqual([]);
    await news(ppt.page).getByRole('link', { name: 'Årsplanen for 2026/27 er lagd' }).click();
    await ppt.page.getByRole('heading', { name: 'Møta som kjem i 2026/27' }).waitFor();
    await ppt.page.getByRole('link', { name: /12\. januar/ }).waitFor();
    await ppt.open('/');
    await news(ppt.page).getByRole('button', { name: 'Merk som sett: årsplanen for 2026/27' }).click();
    await news(ppt.page).waitFor({ state: 'detached' });
    await coordinator.open('/');
    await news(coordinator.page).getByText('Skolen here: 2 møte').waitFor();

    // The leader moves it in a separate window.
    await leader.open(`/moter/${december}`);
    await leader.page.getByRole('button', { name: 'Flytt', exact: true }).click();
    await leader.page.getByRole('textbox', { name: 'Ny dag' }).fill('15.12');
    await leader.page.getByRole('textbox', { name: 'Kvifor (valfritt)' }).fill('Rommet er opptatt');
    await leader.page.getByRole('dialog').getByRole('button', { name: 'Flytt' }).click();
    await leader.page.getByRole('dialog').waitFor({ state: 'detached' });

    // Both pages update by themselves, and screen readers are told.
    for (const { page } of [ppt, coordinator]) {
      const moved = news(page).getByRole('listitem').filter({ hasText: 'Flytta' });
      await moved.waitFor();
      const words = await wordsOf(moved);
      expect(words).toContain('tysdag 8. des. kl. 12.30 → til tysdag 15. des. kl. 12.30');
      expect(words).toContain('«Rommet er opptatt» · leaderHere, i dag kl. 09.00');
      await page.getByRole('status').getByText('Ei ny endring i møteplanen.').waitFor({ state: 'attached' });
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await news(coordinator.page).getByRole('button', { name: 'Merk alle 2 som sett' }).waitFor();
    await leader.open('/');
    await leader.page.getByRole('heading', { name: 'Skolen here' }).waitFor();
    expect(await news(leader.page).count()).toBe(0);

    // It links to the meeting; confirmed by keyboard, it disappears permanently.
    await news(ppt.page).getByRole('link', { name: 'Skolen here' }).click();
    await ppt.page.getByRole('heading', { level: 1, name: /15\. desember/ }).waitFor();
    await ppt.open('/');
    await news(ppt.page).getByRole('button', { name: 'Merk som sett: Skolen here, 15. des.' }).focus();
    await ppt.page.keyboard.press('Enter');
    await news(ppt.page).waitFor({ state: 'detached' });
    await ppt.page.getByRole('status').getByText('Merkt som sett.').waitFor({ state: 'attached' });
    expect(await hasFocus(ppt.page.locator('#content'))).toBe(true);
    await ppt.open('/');
    await ppt.page.getByRole('heading', { name: 'Møta mine' }).waitFor();
    expect(await news(ppt.page).count()).toBe(0);

    // Confirms all at once.
    await news(coordinator.page).getByRole('button', { name: 'Merk alle 2 som sett' }).click();
    await news(coordinator.page).waitFor({ state: 'detached' });
    for (const { complaints, leave } of seats) {
      expect(complaints).toEqual([]);
      await leave();
    }
  });

  test('a meeting that is called, moved and cancelled is news in its current state, also on a telephone and in dark mode', async () => {
    const called = {
      kind: 'extraordinary',
      unitIds: [UNIT.here],
      on: '2026-11-26',
      startsAt: '08:15',
      place: 'Auditoriet',
      reason: 'Skulemiljøet på 7. trinn',
      urgent: true,
    };
    const { id } = accepted(await over('leaderHere').post('/meetings', called)) as { id: string };
    await settled();
    const ppt = await sit('pptHere', { viewport: { width: 320, height: 700 }, colorScheme: 'dark' });
    await ppt.open('/');
    const item = news(ppt.page).getByRole('listitem').filter({ hasText: 'Ekstraordinært møte, hastar' });
    await item.waitFor();
    expect(await wordsOf(item)).toContain('torsdag 26. nov. kl. 08.15, Auditoriet «Skulemiljøet på 7. trinn»');
    expect(await accessibilityFaults(ppt.page)).toEqual([]);
    // Nothing overflows a narrow screen.
    expect(await ppt.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    accepted(await over('coordinator').post(`/meetings/${id}/cancellation`, { reason: 'Løyst på telefon' }));
    // A meeting that was neither seen nor will be held is no news.
    await item.waitFor({ state: 'detached' });
    // The leader planned it, and learns that another person cancelled it.
    const leader = await sit('leaderHere');
    await leader.open('/');
    await news(leader.page).getByText('Avlyst').waitFor();
    await news(leader.page).getByText('«Løyst på telefon»').waitFor();
    expect(await accessibilityFaults(leader.page)).toEqual([]);
    expect([...ppt.complaints, ...leader.complaints]).toEqual([]);
    await ppt.leave();
    await leader.leave();
    // Past meetings need no confirmation.
    application.setClock('2026-11-27T08:00:00Z');
    const later = await sit('leaderHere');
    await later.open('/');
    await later.page.getByRole('heading', { name: 'Skolen here' }).waitFor();
    expect(await news(later.page).count()).toBe(0);
    await later.leave();
  });
});
