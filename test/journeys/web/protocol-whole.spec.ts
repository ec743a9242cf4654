import { expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accepted } from '../application-under-test.js';
import { openProtocolEditors } from './protocol-editors.js';
import { accessibilityFaults } from './browser.js';
import { CountedKeyboard } from './counted-keyboard.js';
import { MEETING, MUNICIPALITY, person } from './nansenparken.js';

jest.setTimeout(120_000);

// Optional parts of a protocol, collapsed sections, rows handled by keyboard.

const table = openProtocolEditors();
const editorOf = (page: Page) => page.getByRole('heading', { name: 'Neste møte' }).waitFor();
const saved = (page: Page) => page.getByText(/^Lagret \d\d\.\d\d$/).waitFor();
const announces = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();
const values = (page: Page, label: RegExp) =>
  page.getByLabel(label).evaluateAll((fields) => fields.map((it) => (it as HTMLInputElement).value));
const sectionButton = (page: Page, name: RegExp) => page.getByRole('heading', { name }).getByRole('button');
const head = () => table.application.personOf(MUNICIPALITY, person('kari').personId);
const filed = async () =>
  accepted(await head().get(`/meetings/${MEETING}/protocol`)) as {
    protocol: Record<string, Record<string, unknown>[]>;
  };
const file = async (page: Page) => {
  await page.getByRole('button', { name: 'Lever protokoll' }).click();
  await page.getByRole('heading', { name: 'Protokoll onsdag 18. november' }).waitFor();
};
async function makeResponsible(page: Page, number: number, name: string): Promise<void> {
  const owner = page.getByLabel(`Ansvarlig, tiltak ${number}`, { exact: true }).and(page.getByRole('combobox'));
  await owner.pressSequentially(name.slice(0, 4));
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).waitFor();
  await owner.press('Enter');
}
async function agree(page: Page, number: number, what: string, name: string): Promise<void> {
  await page.getByLabel(`Hva, tiltak ${number}`, { exact: true }).fill(what);
  await makeResponsible(page, number, name);
  await page.getByLabel(`Nivå, tiltak ${number}`, { exact: true }).selectOption('Gruppe');
  await page.getByLabel(`Kategori, tiltak ${number}`, { exact: true }).selectOption('Veiledning');
}

test('contributors, resources, approach and matter of an action are one key away, and in every print', async () => {
  const { page, complaints } = await table.sit('kari');
  await page.getByLabel('Tema, sak 1', { exact: true }).selectOption('Språk');
  await page.getByLabel('Overskrift, sak 1', { exact: true }).fill('Begreper på småtrinnet');
  await agree(page, 1, 'Veilede lærerne på 5. trinn', 'Nina Foss');

  await page.getByLabel('Hva, tiltak 1', { exact: true }).focus();
  const keyboard = new CountedKeyboard(page);
  await keyboard.press('Alt+m');
  await keyboard.see('Bidrar, tiltak 1');
  await keyboard.type('hels');
  await page.getByRole('option', { name: 'Helsestasjon Tjenesten' }).waitFor();
  await keyboard.press('Enter');
  await keyboard.type('mona');
  await page.getByRole('option', { name: /Mona Dahl/ }).waitFor();
  await keyboard.press('Enter', 'Tab');
  await keyboard.see('Kroner, tiltak 1');
  await keyboard.type('mange');
  await page.getByText('Skriv hele kroner, for eksempel 20 000.').waitFor();
  await page.getByLabel('Kroner, tiltak 1').selectText();
  await keyboard.type('20 000');
  await keyboard.press('Tab');
  await keyboard.see('Timer, tiltak 1');
  await keyboard.type('7,5');
  await keyboard.press('Tab');
  await keyboard.see('Innretning, tiltak 1');
  await keyboard.type('fo');
  await keyboard.press('Tab');
  await keyboard.see('Sak, tiltak 1');
  await keyboard.type('1');
  await keyboard.press('Tab');
  await keyboard.see('Ønsket virkning, tiltak 1');
  await keyboard.type('Roligere timer');
  // axe measures a control that the bar half covers by its visible part, so the page is scrolled first.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await accessibilityFaults(page)).toEqual([]);
  await keyboard.press('Escape');
  await keyboard.see('Mer om tiltak 1');
  const inShort =
    'Bidrar: Helsestasjon; Mona Dahl, Helsestasjon · Ekstra ressurser: 20 000 kr og 7,5 timer · ' +
    'Innretning: Forebyggende · Ønsket virkning: Roligere timer · Sak: Begreper på småtrinnet';
  const below = page.getByRole('group', { name: 'Tiltak 1', exact: true }).locator('p');
  expect((await below.textContent())?.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(inShort);
  await saved(page);

  await file(page);
  const paper = page.getByRole('article', { name: 'Protokollen' });
  const row = paper.getByRole('row', { name: /Veilede lærerne/ });
  for (const words of ['Bidrar: Helsestasjon; Mona Dahl, Helsestasjon', 'Innretning: Forebyggende', 'PPT'])
    await row.getByText(words).waitFor();
  await row.getByText(/Ekstra ressurser: 20\s000 kr og 7,5 timer/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const [action] = (await filed()).protocol.actions!;
  expect(action).toMatchObject({
    resources: { nok: 20_000, hours: 7.5 },
    approach: 'preventive',
    wantedEffect: 'Roligere timer',
    contributors: [{ personId: null }, { personId: person('mona').personId }],
  });
  await page.goto(`/tiltak/${String(action!.actionId)}`);
  await page.getByText('Mona Dahl og Helsestasjon').waitFor();
  await page.getByText(/20\s000 kr og 7,5 timer/).waitFor();
  expect(complaints).toEqual([]);
});

test('an action is reported as on track with one key and gets a follow-up event; an overdue one is marked', async () => {
  const { page } = await table.sit('kari');
  const keyboard = new CountedKeyboard(page);
  await keyboard.press('Alt+2');
  await keyboard.see('Kurs i språkstimulering');
  await keyboard.press('i');
  await announces(page, 'Fristen er gått ut.');
  await keyboard.see('Felles rutine');
  await page
    .getByText('Fristen er gått ut. Trenger tiltaket mer tid, så før det videre med ny frist.')
    .nth(0)
    .waitFor();
  await keyboard.press('ArrowUp', 'v');
  await keyboard.see('Hvorfor?');
  await keyboard.type('venter på lokale');
  await keyboard.press('Enter', 'ArrowDown');
  await keyboard.see('Observasjon i friminutt');
  await keyboard.press('i');
  await keyboard.see('Lesekurs');
  const observation = page.getByRole('listitem', { name: /^Observasjon/ });
  expect(await observation.getByRole('button', { name: 'I rute' }).getAttribute('aria-pressed')).toBe('true');
  expect(await observation.getByLabel('Ny oppfølging').inputValue()).toBe('9. des.');
  await observation.getByLabel('Merknad').fill('halvveis');
  await saved(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  await file(page);

  const paper = page.getByRole('article', { name: 'Protokollen' });
  await paper.getByText(/følges opp 9. des.: halvveis/).waitFor();
  await paper.getByText('I rute').waitFor();
  const decided = (await filed()).protocol.earlierActions!;
  expect(decided.map(({ outcome }) => outcome)).toEqual(['carried-on', 'on-track']);
  const { items } = accepted(await head().get('/actions?text=Observasjon')) as { items: Record<string, unknown>[] };
  expect(items).toMatchObject([{ followUpOutcome: 'on-track', followedUpOn: '2026-11-18', followUpOn: '2026-12-09' }]);
});

test('actions on track alone do not suffice for filing: the list of missing fields says so', async () => {
  const { page } = await table.sit('kari');
  await page
    .getByRole('listitem', { name: /^Observasjon/ })
    .getByRole('button', { name: 'I rute' })
    .click();
  await page.getByRole('button', { name: 'Lever protokoll' }).click();
  await page.getByRole('button', { name: /^Protokollen har ingen tiltak: legg til et nytt/ }).waitFor();
});

test('sections collapse to a summary, stay collapsed for this person on this machine, and are filed all the same', async () => {
  const { page, context, complaints } = await table.sit('kari');
  await agree(page, 1, 'Kurs i mai', 'Nina Foss');
  await saved(page);
  for (const name of ['Deltakere', 'Siden sist', 'Saker', 'Nye tiltak', 'Neste møte'])
    await sectionButton(page, new RegExp(`^${name}`)).press('Enter');
  for (const name of [
    'Deltakere 8 av 8 til stede',
    'Siden sist 0 av 4 snakket om',
    'Saker ingen saker',
    'Nye tiltak ett tiltak',
    'Neste møte onsdag 9. desember',
  ])
    await page.getByRole('heading', { name, exact: true }).waitFor();
  expect(await page.getByLabel('Hva, tiltak 1', { exact: true }).isVisible()).toBe(false);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByLabel('Hva, tiltak 1', { exact: true }).isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });

  await page.reload();
  await page.getByRole('heading', { name: 'Nye tiltak ett tiltak', exact: true }).waitFor();
  const keyboard = new CountedKeyboard(page);
  await keyboard.press('Alt+3');
  await keyboard.see('Tema, sak 1');
  await keyboard.type('sp');
  await page.getByRole('button', { name: /^Mangler/ }).click();
  await sectionButton(page, /^Saker/).click();
  await page.getByRole('button', { name: 'Sak 1: fyll ut «Overskrift»' }).click();
  await keyboard.see('Overskrift, sak 1');
  await keyboard.type('Begreper');
  await sectionButton(page, /^Saker/).click();
  await page.getByRole('heading', { name: 'Saker én sak', exact: true }).waitFor();
  await saved(page);

  const cookies = await context.cookies();
  await table.signInAs('ola', context);
  const olas = await context.newPage();
  await olas.goto(`/moter/${MEETING}`);
  await editorOf(olas);
  expect(await olas.getByLabel('Hva, tiltak 1', { exact: true }).isVisible()).toBe(true);
  await olas.close();
  await context.addCookies(cookies);

  await file(page);
  const { protocol } = await filed();
  expect(protocol.actions).toMatchObject([{ text: 'Kurs i mai' }]);
  expect(protocol.matters).toMatchObject([{ heading: 'Begreper' }]);
  expect(protocol.participants).toHaveLength(8);
  expect(complaints).toEqual([]);
});

test('matters and actions are copied and moved with the keyboard; it is announced, and the focus follows', async () => {
  const { page } = await table.sit('kari');
  for (const [i, heading] of ['Fravær', 'Språk'].entries())
    await page.getByLabel(`Overskrift, sak ${i + 1}`, { exact: true }).fill(heading);
  const keyboard = new CountedKeyboard(page);
  await page.getByLabel('Overskrift, sak 1', { exact: true }).focus();
  await keyboard.press('Alt+ArrowDown');
  await announces(page, 'Flyttet til plass 2 av 2');
  await keyboard.see('Overskrift, sak 2');
  expect(await values(page, /^Overskrift, sak/)).toEqual(['Språk', 'Fravær', '']);
  await keyboard.press('Alt+ArrowDown');
  await announces(page, 'Raden står nederst');
  await keyboard.press('Alt+ArrowUp');
  await announces(page, 'Flyttet til plass 1 av 2');
  await keyboard.press('Control+d');
  await announces(page, 'Saken er kopiert til plass 2');
  await keyboard.see('Tema, sak 2');
  expect(await values(page, /^Overskrift, sak/)).toEqual(['Fravær', 'Fravær', 'Språk', '']);

  for (const [i, what] of ['Kurs', 'Besøk'].entries())
    await page.getByLabel(`Hva, tiltak ${i + 1}`, { exact: true }).fill(what);
  await page.getByLabel('Hva, tiltak 1', { exact: true }).focus();
  await keyboard.press('Alt+ArrowDown');
  await announces(page, 'Flyttet til plass 2 av 2');
  await keyboard.see('Hva, tiltak 2');
  await keyboard.press('Control+d');
  await keyboard.see('Hva, tiltak 3');
  expect(await values(page, /^Hva, tiltak/)).toEqual(['Besøk', 'Kurs', 'Kurs', '']);
  await saved(page);
});

test('when two editors name different owners, one choice decides, and sets the owner’s service too', async () => {
  const [{ page: karis, context }, { page: olas }] = [await table.sit('kari'), await table.sit('ola')];
  await karis.getByLabel('Hva, tiltak 1', { exact: true }).fill('Kurs');
  await saved(karis);
  await olas.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[aria-label="Hva, tiltak 1"]')?.value === 'Kurs',
  );
  await context.setOffline(true);
  await makeResponsible(karis, 1, 'Mona Dahl');
  await karis.getByText('Uten nett: lagret på denne maskinen').waitFor();
  await makeResponsible(olas, 1, 'Nina Foss');
  await saved(olas);
  await context.setOffline(false);
  await karis.getByText('Velg mellom to tekster; alt annet er lagret').waitFor();
  const both = karis.getByRole('group', { name: 'To tekster' });
  expect(await both.count()).toBe(1);
  await both.getByRole('button', { name: 'Behold Olas' }).click();
  await both.waitFor({ state: 'detached' });
  await saved(karis);
  const { draft } = accepted(await head().get(`/meetings/${MEETING}/draft`)) as unknown as {
    draft: { actions: { ownerId: string; ownerServiceId: string }[] };
  };
  const services = accepted(await head().get('/services')) as { items: { serviceId: string; name: string }[] };
  const ppt = services.items.find(({ name }) => name === 'PPT')!.serviceId;
  expect(draft.actions).toMatchObject([{ ownerId: person('nina').personId, ownerServiceId: ppt }]);
});
