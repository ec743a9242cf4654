import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { MunicipalityNumber } from '#platform/kernel';
import { accepted, openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { firstCoordinator } from '../first-coordinator.js';
import { accessibilityFaults, openBrowser, seat, type Seat } from './browser.js';

jest.setTimeout(300_000);

// An empty municipality with one coordinator is made ready through the pages alone, up to the first filed protocol.

const ASKER = MunicipalityNumber.parse('3203');
const SCHOOL = { unitId: '973601997', name: 'Arnestad skole' };
const KINDERGARTEN = 'Bleikerfaret barnehage';
/** Registered by hand; its number is invented. */
const BY_HAND = { unitId: '310000000', name: 'Prøvelia barnehage' };

let application: ApplicationUnderTest;
let browser: Browser;
let coordinatorId: string;
beforeAll(async () => {
  // A Monday, before the second Wednesday of the month, when units meet unless something else is chosen.
  [application, browser] = await Promise.all([openApplication('2026-11-02T08:00:00Z'), openBrowser()]);
  coordinatorId = await firstCoordinator(application, ASKER);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

const file = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});
const register = (name: string) =>
  file(name, readFileSync(new URL(`../../fixtures/registers/${name}`, import.meta.url)));

const checkList = (page: Page) => page.getByRole('region', { name: 'Kom i gang' });
const isLeft = async ({ page, open }: Seat, title: string, left: string) => {
  await open('/');
  await checkList(page).getByRole('listitem').filter({ hasText: title }).getByText(left).waitFor();
};

async function importFile({ page, open }: Seat, what: string, lines: readonly string[]) {
  await open(`/import?hva=${what}`);
  await page.locator('input[type=file]').setInputFiles(file(`${what}.csv`, lines.join('\r\n')));
  await page.getByRole('button', { name: /^Importer/ }).click();
  await page.getByRole('heading', { name: 'Fila er importert' }).waitFor();
}

test('an empty municipality is made ready in the browser, and its first protocol is filed', async () => {
  const office = await seat(browser, application, { tenant: ASKER, personId: coordinatorId });
  const { page, open, complaints } = office;

  // The first page says what is missing, and leads to the first step.
  await open('/');
  await checkList(page).getByText('0 av 10 punkter er gjort.').waitFor();
  await checkList(page).getByText('Kommer når enhetene er på plass').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await checkList(page).getByRole('link', { name: 'Navnet på kommunen' }).click();
  await page.getByRole('textbox', { name: 'Navn' }).fill('Asker kommune');
  await page.getByLabel('Målform').selectOption('Bokmål');
  await page.getByRole('button', { name: 'Lagre: dette stemmer' }).click();
  await page.getByRole('main').getByText('Navn og målform er lagret.').waitFor();
  await page.getByRole('button', { name: 'Lagre', exact: true }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  // Units: from the register's own file for the whole country, by choice from a longer list, and by hand.
  await open('/');
  await checkList(page).getByText('1 av 10 punkter er gjort.').waitFor();
  await checkList(page).getByRole('link', { name: 'Skoler og barnehager' }).click();
  await page.getByRole('heading', { name: 'Her skal skolene og barnehagene stå' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Importer fra fil' }).last().click();
  await page.locator('input[type=file]').setInputFiles(register('grunnskoler.json'));
  await page.getByRole('checkbox', { name: SCHOOL.name }).waitFor();
  await page.getByText('Hører til en annen kommune').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Importer én endring' }).click();
  await page.getByRole('heading', { name: 'Fila er importert' }).waitFor();
  await open('/import');
  await page.locator('input[type=file]').setInputFiles(register('enheter-asker-nordmore.json'));
  await page.getByRole('button', { name: 'Velg ingen' }).click();
  await page
    .getByText('Ingen enheter er valgt.')
    .or(page.getByRole('button', { name: 'Importer én endring' }))
    .waitFor();
  await page.getByRole('checkbox', { name: KINDERGARTEN }).check();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /^Importer/ }).click();
  await page.getByRole('heading', { name: 'Fila er importert' }).waitFor();
  await page.getByRole('link', { name: 'Gå til enhetene' }).click();
  await page.getByText('2 enheter').waitFor();
  await page.getByRole('link', { name: 'Ny enhet' }).click();
  await page.getByRole('textbox', { name: 'Organisasjonsnummer' }).fill('310 000 001');
  await page.getByRole('textbox', { name: 'Navn' }).fill(BY_HAND.name);
  await page.getByLabel('Type').selectOption('Barnehage');
  await page.getByRole('button', { name: 'Registrer enheten' }).click();
  await page.locator('[aria-invalid="true"]').and(page.getByLabel('Organisasjonsnummer')).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Organisasjonsnummer' }).fill(BY_HAND.unitId);
  await page.getByRole('button', { name: 'Registrer enheten' }).click();
  await page.getByRole('heading', { name: BY_HAND.name, level: 1 }).waitFor();

  // A mistake is corrected on the unit's page; a kindergarten that only visits need not meet.
  await page.getByRole('button', { name: 'Endre opplysninger' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Navn' }).fill('Prøvelia åpne barnehage');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await page.getByRole('heading', { name: 'Prøvelia åpne barnehage', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Endre møteplikt' }).click();
  await dialog.getByRole('checkbox', { name: 'Enheten har møteplikt' }).uncheck();
  await dialog.getByRole('textbox', { name: 'Hvorfor ikke' }).fill('Åpen barnehage');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await page.getByText('Uten møteplikt fra 2. november 2026. Åpen barnehage', { exact: true }).waitFor();

  // It meets at the school, and then by itself after all.
  for (const [where, told] of [
    [SCHOOL.name, `Møter hos ${SCHOOL.name} fra 2. november 2026.`],
    ['Enheten møter for seg selv', 'Møter for seg selv fra 2. november 2026.'],
  ] as const) {
    await page.getByRole('button', { name: 'Endre felles møter' }).click();
    await dialog.getByLabel('Hvor enheten møter').selectOption(where);
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText(told, { exact: true }).waitFor();
  }

  // Services, people and roles, and who serves whom.
  await isLeft(office, 'Tjenester', 'Ingen tjenester ennå');
  await importFile(office, 'services', ['tjeneste;type', 'PPT;PPT']);
  const kindergartenId = await unitIdOf(office, KINDERGARTEN);
  await importFile(office, 'people', [
    'navn;e-post;rolle;orgnr;tjeneste',
    `Kari Prøve;kari@example.no;rektor;${SCHOOL.unitId};`,
    `Liv Prøve;liv@example.no;styrer;${kindergartenId};`,
    'Ola Prøve;ola@example.no;ansatt i tjeneste;;PPT',
  ]);
  await importFile(office, 'services', [
    'tjeneste;orgnr;kontakt;møteplikt',
    `PPT;${SCHOOL.unitId};ola@example.no;ja`,
    `PPT;${kindergartenId};ola@example.no;ja`,
  ]);
  await isLeft(office, 'Faste deltakere', 'Mangler i 2 av 2 enheter');

  // Standing participants of each unit.
  for (const [unitId, leader] of [
    [SCHOOL.unitId, 'Kari Prøve'],
    [kindergartenId, 'Liv Prøve'],
  ] as const) {
    await open(`/enheter/${unitId}`);
    await page.getByRole('button', { name: 'Endre faste deltakere' }).click();
    for (const [i, name] of [leader, 'Ola Prøve'].entries()) {
      await page.getByRole('button', { name: 'Legg til deltaker' }).click();
      const field = page.getByRole('combobox', { name: `Deltaker ${i + 1}`, exact: true });
      await field.pressSequentially(name.slice(0, 5));
      await page.getByRole('option', { name: new RegExp(`^${name}`) }).waitFor();
      await field.press('Enter');
    }
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByRole('button', { name: 'Endre faste deltakere' }).waitFor();
  }

  // The school calendar of each kind of unit.
  await isLeft(office, 'Skoleruten 2026/27', 'Mangler for 2 av 2 typer enheter');
  await checkList(page).getByRole('link', { name: 'Skoleruten 2026/27' }).click();
  for (const kind of ['Skoler', 'Barnehager']) {
    const part = page.getByRole('region', { name: kind });
    await part.getByText('Legg inn eller endre').click();
    await part.getByRole('textbox', { name: 'Første dag' }).fill('17.8.2026');
    await part.getByRole('textbox', { name: 'Siste dag' }).fill('18.6.2027');
    await part.getByRole('button', { name: 'Lagre skoleruta' }).click();
    await part
      .getByText(/17\. august 2026/)
      .first()
      .waitFor();
  }

  // Settings: one is changed, its history says by whom, and the rest is looked at.
  await open('/');
  await checkList(page).getByRole('link', { name: 'Innstillinger' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Frister' }).click();
  await page.getByRole('textbox', { name: 'Levere protokoll, etter møtet' }).fill('7');
  await page.getByText('Holdes møtet en onsdag, må protokollen være levert innen fredag uken etter').waitFor();
  await page.getByRole('button', { name: 'Lagre' }).click();
  await page.getByText('Levere protokoll, etter møtet: 5 virkedager → 7 virkedager').waitFor();
  await page
    .getByText(/Inga Koordinator/)
    .last()
    .waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Alle innstillinger' }).click();
  await page.getByRole('button', { name: 'Innstillingene er sett over' }).click();
  await page.getByRole('button', { name: 'Innstillingene er sett over' }).waitFor({ state: 'detached' });

  // The plan of the year for all units.
  await isLeft(office, 'Årsplanen 2026/27', 'Mangler i 2 av 2 enheter');
  await checkList(page).getByRole('link', { name: 'Årsplanen 2026/27' }).click();
  // The service cannot be in two places at once: one of the units gets other days.
  await page.getByText(/^Kollisjoner \(/).click();
  await page.getByRole('button', { name: /^Bruk alle/ }).click();
  await page.getByText('Ingen kollisjoner').waitFor();
  await page.getByRole('button', { name: /^Godta \d+ møter$/ }).click();
  await page.getByRole('button', { name: 'Legg i årsplanen' }).click();
  await page.getByText(/0 foreslått/).waitFor();
  await open('/kom-i-gang');
  await page.getByText('Alt er gjort. Kommunen er klar.').waitFor();
  await open('/');
  await page.getByRole('heading', { name: 'Oversikt' }).waitFor();
  await checkList(page).waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await office.leave();

  await fileFirstProtocol();
});

/** The number of a unit that was imported, from its link in the register. */
async function unitIdOf({ page, open }: Seat, name: string): Promise<string> {
  await open('/enheter');
  const address = await page.getByRole('link', { name }).getAttribute('href');
  return address!.split('/').at(-1)!;
}

/** The head of the school on the day of its first meeting. */
async function fileFirstProtocol(): Promise<void> {
  const coordinator = application.personOf(ASKER, coordinatorId);
  const coming = await coordinator.get(`/meetings?unitId=${SCHOOL.unitId}&when=coming&size=1`);
  const [{ on }] = accepted(coming)['items'] as [{ readonly on: string }];
  application.setClock(`${on}T12:30:00Z`);
  const people = await coordinator.get('/people?size=50');
  const kari = (accepted(people)['items'] as { personId: string; name: string }[]).find(
    ({ name }) => name === 'Kari Prøve',
  )!;
  const { page, open, complaints, leave } = await seat(browser, application, {
    tenant: ASKER,
    personId: kari.personId,
  });
  await open(`/enheter/${SCHOOL.unitId}`);
  await page.getByRole('link', { name: /dag \d+\. november kl\./ }).click();
  await page.getByRole('heading', { name: 'Neste møte' }).waitFor();
  await page.getByLabel('Hva, tiltak 1', { exact: true }).fill('Veilede lærerne på 5. trinn');
  const owner = page.getByLabel('Ansvarlig, tiltak 1', { exact: true }).and(page.getByRole('combobox'));
  await owner.pressSequentially('Ola');
  await page.getByRole('option', { name: /^Ola Prøve/ }).waitFor();
  await owner.press('Enter');
  await page.getByLabel('Nivå, tiltak 1', { exact: true }).selectOption('Gruppe');
  await page.getByLabel('Kategori, tiltak 1', { exact: true }).selectOption('Veiledning');
  await page.getByText(/^Lagret \d\d\.\d\d$/).waitFor();
  await page.getByRole('button', { name: 'Lever protokoll' }).click();
  await page.getByRole('heading', { name: /^Protokoll .*dag \d+\. november$/ }).waitFor();
  expect(complaints).toEqual([]);
  await leave();
}
