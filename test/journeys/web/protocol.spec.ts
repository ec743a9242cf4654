import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accepted, openHouse, type House } from '../house-under-test.js';
import { accessibilityFaults, openBrowser, seat, type Seat } from './browser.js';
import { Fingers } from './fingers.js';
import { MEETING, MUNICIPALITY, NOW, person, tellNansenparken } from './nansenparken.js';

jest.setTimeout(120_000);

let house: House;
let browser: Browser;
let kari: Seat;
beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  house = await openHouse(NOW);
  await tellNansenparken(house.installation.events);
  await house.installation.freshness.reached(await house.installation.events.head(), 20_000);
  kari = await seat(browser, house, person('kari'));
}, 60_000);
afterEach(async () => {
  await kari.leave();
  await house.close();
});
afterAll(() => browser.close());

test('a whole protocol by the keyboard alone: eight people, four earlier actions, three matters, four new actions, in at most sixty interactions', async () => {
  const { page, open, complaints } = kari;
  await open(`/moter/${MEETING}`);
  await page.getByRole('heading', { name: 'Deltakere' }).waitFor();
  const fingers = new Fingers(page);

  // Everyone is ticked except Siri, the sixth.
  await fingers.press('Alt+1', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Space');
  expect(await page.getByRole('checkbox', { name: /Siri Moe/ }).isChecked()).toBe(false);

  await fingers.press('Alt+2');
  await fingers.see('Kurs i språkstimulering');
  await fingers.press('g');
  await fingers.see('Felles rutine');
  await fingers.press('v');
  await fingers.see('Hvorfor?');
  await fingers.type('venter på barnehagene');
  await fingers.press('Enter');
  await fingers.see('Observasjon i friminutt');
  await fingers.press('g');
  await fingers.see('Lesekurs');
  await fingers.press('g');

  const matters = [
    ['sp', 'Begrepsopplæring på småtrinnet'],
    ['ru', 'Rutine ved bekymringsfullt fravær'],
    ['ov', 'Overgang fra 7. til 8. trinn'],
  ] as const;
  for (const [i, [topic, heading]] of matters.entries()) {
    await fingers.see(`Tema, sak ${i + 1}`);
    await fingers.type(topic);
    await fingers.press('Tab');
    await fingers.see(`Overskrift, sak ${i + 1}`);
    await fingers.type(heading);
    if (i < matters.length - 1) await fingers.press('Enter');
  }

  const actions = [
    ['Veilede lærerne på 5. trinn i klasseledelse', 'ola pp', 'Ola Berg.*PP-rådgiver'],
    ['Kartlegge lesing på 2. trinn før jul', 'ni', 'Nina Foss'],
    ['Skrive rutine for fravær', 'ka', 'Kari Lund'],
    ['Besøke ungdomsskolen med 7. trinn', 'jo', 'Jon Haug'],
  ] as const;
  await fingers.press('Alt+4');
  for (const [i, [what, letters, name]] of actions.entries()) {
    await fingers.see(`Hva, tiltak ${i + 1}`);
    await fingers.type(what);
    await fingers.press('Tab');
    await fingers.see(`Ansvarlig, tiltak ${i + 1}`);
    await fingers.type(letters);
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .waitFor();
    await fingers.press('Enter');
    if (i === 0) {
      // No earlier action of the unit resembles this one, so no classification is proposed and the test enters it.
      await fingers.press('Tab');
      await fingers.type('3u');
      await fingers.press('Tab', 'Tab');
      await fingers.type('gr');
      await fingers.press('Tab');
      await fingers.type('ve');
    }
    if (i < actions.length - 1) await fingers.press('Enter');
  }
  await page.getByText(/^Lagret \d\d\.\d\d$/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await fingers.press('Control+Enter');
  // Levels and categories of three actions are only proposals: one key confirms them all before filing.
  const confirm = page.getByRole('button', { name: 'Bekreft foreslått nivå og kategori for 3 tiltak' });
  await confirm.and(page.locator(':focus')).waitFor();
  const proposed = page.getByLabel('Nivå, tiltak 2', { exact: true });
  expect(await proposed.inputValue()).toBe('');
  expect(await proposed.locator('option:checked').textContent()).toBe('(Gruppe)');
  expect(await accessibilityFaults(page)).toEqual([]);
  await fingers.press('Enter');
  await page.getByRole('button', { name: 'Lever protokoll' }).and(page.locator(':focus')).waitFor();
  await page.getByText('Alt er på plass. Protokollen kan leveres.').first().waitFor();
  expect(await proposed.inputValue()).toBe('group');
  await fingers.press('Enter');
  await page.getByRole('heading', { name: 'Protokoll onsdag 18. november' }).waitFor();
  expect(fingers.interactions).toBeLessThanOrEqual(60);
  expect(fingers.interactions).toBe(55);

  const { protocol } = accepted(
    await house.personOf(MUNICIPALITY, person('kari').personId).get(`/meetings/${MEETING}/protocol`),
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
