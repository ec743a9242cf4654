import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accepted, openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat, type Seat } from './browser.js';
import { CountedKeyboard } from './counted-keyboard.js';
import { MEETING, MUNICIPALITY, NOW, person, tellNansenparken } from './nansenparken.js';

jest.setTimeout(120_000);

let application: ApplicationUnderTest;
let browser: Browser;
let kari: Seat;
beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  application = await openApplication(NOW);
  await tellNansenparken(application.installation.events);
  await application.caughtUp();
  kari = await seat(browser, application, person('kari'));
}, 60_000);
afterEach(async () => {
  await kari.leave();
  await application.close();
});
afterAll(() => browser.close());

test('a whole protocol (eight people, four earlier actions, three matters, four new actions) is written with the keyboard alone in at most sixty interactions', async () => {
  const { page, open, complaints } = kari;
  await open(`/moter/${MEETING}`);
  await page.getByRole('heading', { name: 'Deltakere' }).waitFor();
  const keyboard = new CountedKeyboard(page);

  // Everyone is ticked except Siri, the sixth.
  await keyboard.press('Alt+1', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Space');
  expect(await page.getByRole('checkbox', { name: /Siri Moe/ }).isChecked()).toBe(false);

  await keyboard.press('Alt+2');
  await keyboard.see('Kurs i språkstimulering');
  await keyboard.press('g');
  await keyboard.see('Felles rutine');
  await keyboard.press('v');
  await keyboard.see('Hvorfor?');
  await keyboard.type('venter på barnehagene');
  await keyboard.press('Enter');
  await keyboard.see('Observasjon i friminutt');
  await keyboard.press('g');
  await keyboard.see('Lesekurs');
  await keyboard.press('g');

  const matters = [
    ['sp', 'Begrepsopplæring på småtrinnet'],
    ['ru', 'Rutine ved bekymringsfullt fravær'],
    ['ov', 'Overgang fra 7. til 8. trinn'],
  ] as const;
  for (const [i, [topic, heading]] of matters.entries()) {
    await keyboard.see(`Tema, sak ${i + 1}`);
    await keyboard.type(topic);
    await keyboard.press('Tab');
    await keyboard.see(`Overskrift, sak ${i + 1}`);
    await keyboard.type(heading);
    if (i < matters.length - 1) await keyboard.press('Enter');
  }

  const actions = [
    ['Veilede lærerne på 5. trinn i klasseledelse', 'ola pp', 'Ola Berg.*PP-rådgiver'],
    ['Kartlegge lesing på 2. trinn før jul', 'ni', 'Nina Foss'],
    ['Skrive rutine for fravær', 'ka', 'Kari Lund'],
    ['Besøke ungdomsskolen med 7. trinn', 'jo', 'Jon Haug'],
  ] as const;
  await keyboard.press('Alt+4');
  for (const [i, [what, letters, name]] of actions.entries()) {
    await keyboard.see(`Hva, tiltak ${i + 1}`);
    await keyboard.type(what);
    await keyboard.press('Tab');
    await keyboard.see(`Ansvarlig, tiltak ${i + 1}`);
    await keyboard.type(letters);
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .waitFor();
    await keyboard.press('Enter');
    if (i === 0) {
      // No earlier action of the unit resembles this one, so no classification is proposed and the test enters it.
      await keyboard.press('Tab');
      await keyboard.type('3u');
      await keyboard.press('Tab', 'Tab');
      await keyboard.type('gr');
      await keyboard.press('Tab');
      await keyboard.type('ve');
    }
    if (i < actions.length - 1) await keyboard.press('Enter');
  }
  await page.getByText(/^Lagret \d\d\.\d\d$/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await keyboard.press('Control+Enter');
  // Levels and categories of three actions are only proposals: one key confirms them all before filing.
  const confirm = page.getByRole('button', { name: 'Bekreft foreslått nivå og kategori for 3 tiltak' });
  await confirm.and(page.locator(':focus')).waitFor();
  const proposed = page.getByLabel('Nivå, tiltak 2', { exact: true });
  expect(await proposed.inputValue()).toBe('');
  expect(await proposed.locator('option:checked').textContent()).toBe('(Gruppe)');
  expect(await accessibilityFaults(page)).toEqual([]);
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Lever protokoll' }).and(page.locator(':focus')).waitFor();
  await page.getByText('Alt er på plass. Protokollen kan leveres.').first().waitFor();
  expect(await proposed.inputValue()).toBe('group');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Protokoll onsdag 18. november' }).waitFor();
  expect(keyboard.interactions).toBeLessThanOrEqual(60);
  expect(keyboard.interactions).toBe(55);

  const { protocol } = accepted(
    await application.personOf(MUNICIPALITY, person('kari').personId).get(`/meetings/${MEETING}/protocol`),
  ) as { protocol: Record<string, Record<string, unknown>[]> };
  expect(protocol.participants!.map(({ attendance }) => attendance)).toEqual([
    ...Array<string>(5).fill('present'),
    'absent',
    'present',
    'present',
  ]);
  expect(protocol.earlierActions!.map(({ outcome }) => outcome)).toEqual([
    'completed',
    'carried-on',
    'completed',
    'completed',
  ]);
  expect(protocol.matters!.map(({ topic }) => topic)).toEqual(['language', 'routines', 'transition']);
  expect(protocol.actions).toMatchObject([
    { ownerId: person('ola').personId, dueOn: '2026-12-09', level: 'group', category: 'guidance' },
    { ownerId: person('nina').personId, dueOn: '2026-12-07', followUpOn: '2026-12-09' },
    { ownerId: person('kari').personId },
    { ownerId: person('jon').personId },
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
