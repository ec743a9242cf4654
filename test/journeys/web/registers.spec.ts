import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CalendarDate, PersonId, stableId, UnitId } from '#platform/kernel';
import { PersonRegistered, RoleGiven, ServiceAssigned, UnitRegistered } from '#registry/contract';
import { appendStory, type StreamStory } from '../../routes/append-story.js';
import { NUMBER, personOf, SERVICE, tellStory, UNIT } from '../../routes/rights.municipality.js';
import type { AskerName } from '../../routes/rights.table.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { faultsIn } from './accessibility.js';
import { openBrowser, seat } from './browser.js';

// The coordinator keeps the registers by hand: services, people and their roles, who serves whom, and who always takes
// part in the meetings.

jest.setTimeout(180_000);

let application: ApplicationUnderTest;
let browser: Browser;

const from = CalendarDate.parse('2020-08-01');
const NOWHERE = { unitId: null, serviceId: null, serviceUnitId: null };
/** Units without standing participants: one with a leader, one without. */
const LED = UnitId.parse('310000000');
const UNLED = UnitId.parse('310000019');
const leader = PersonId.parse(stableId('registers', 'leader'));
const details = { kind: 'school', ownership: 'public', children: 100, area: null } as const;
const obligation = { obliged: true, reason: null };
const unitStory = (unitId: UnitId, name: string): StreamStory => [
  `unit-${unitId}`,
  UnitRegistered({ unitId, name, ...details, obligation, from }),
  ServiceAssigned({ serviceId: SERVICE.ppt, contactId: personOf('pptHere'), mustAttend: true }),
];
const STORY: readonly StreamStory[] = [
  unitStory(LED, 'Åsen skole'),
  unitStory(UNLED, 'Øvre skole'),
  [
    `person-${leader}`,
    PersonRegistered({ personId: leader, name: 'Liv Leiar', email: null, title: 'rektor' }),
    RoleGiven({ roleId: stableId('registers', 'role'), role: 'unit-leader', ...NOWHERE, unitId: LED, from, to: null }),
  ],
];

beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-22T08:00:00Z'), openBrowser()]);
  const { events } = application.installation;
  await tellStory(events);
  await appendStory(events, NUMBER, STORY);
  await application.caughtUp();
}, 90_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});
const sit = (name: AskerName) => seat(browser, application, { tenant: NUMBER, personId: personOf(name) });

test('a service and its service unit are registered, changed and given a capacity', async () => {
  const { page, open, leave, complaints } = await sit('coordinator');
  const dialog = page.getByRole('dialog');
  await open('/tjenester');
  await page.getByRole('button', { name: 'Registrer verksemd' }).click();
  await dialog.getByRole('button', { name: 'Registrer' }).click();
  await dialog.getByText('Skriv namnet.').waitFor();
  await dialog.getByLabel('Namn').fill('Oppvekst');
  await dialog.getByRole('button', { name: 'Registrer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Oppvekst' }).waitFor();
  await page.getByRole('button', { name: 'Endre namnet på verksemda' }).click();
  await dialog.getByLabel('Namn').fill('Oppvekst og familie');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await page.getByRole('heading', { level: 1, name: 'Oppvekst og familie' }).waitFor();

  await open('/tjenester');
  await page.getByRole('button', { name: 'Registrer teneste' }).click();
  await dialog.getByLabel('Namn').fill('Ergoterapitenesta');
  await dialog.getByRole('button', { name: 'Registrer' }).click();
  await dialog.getByText('Vel kva slags teneste det er.').waitFor();
  await dialog.getByLabel('Kva slags teneste').selectOption('occupational-therapy');
  await dialog.getByLabel('Leidd av').selectOption('Oppvekst og familie');
  await dialog.getByRole('button', { name: 'Registrer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ergoterapitenesta' }).waitFor();
  await page.getByRole('link', { name: 'Oppvekst og familie' }).waitFor();

  await page.getByRole('button', { name: 'Endre kapasiteten' }).click();
  await dialog.getByLabel('Møte i veka').fill('0');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await dialog.getByText('Skriv eit heilt tal frå 1 til 500, eller lat feltet stå tomt.').waitFor();
  await dialog.getByLabel('Møte i veka').fill('4');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await page.getByText('4 møte i veka').waitFor();
  await page.getByRole('button', { name: 'Endre tenesta' }).click();
  await dialog.getByLabel('Namn').fill('Ergoterapi');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ergoterapi' }).waitFor();
  expect(await faultsIn(page)).toEqual({});
  expect(complaints).toEqual([]);
  await leave();
});

test('a person is registered, warned of a namesake, given a role, changed, and leaves', async () => {
  const { page, open, leave, complaints } = await sit('coordinator');
  const dialog = page.getByRole('dialog');
  await open('/personer');
  await page.getByRole('button', { name: 'Registrer person' }).click();
  await dialog.getByLabel('Namn').fill('liv leiar');
  await dialog.getByRole('button', { name: 'Registrer' }).click();
  await dialog.getByText('Éin person med dette namnet er alt registrert.').waitFor();
  await dialog.getByRole('link', { name: 'Liv Leiar' }).waitFor();
  await dialog.getByLabel('Namn').fill('Ny Tilsett');
  await dialog.getByLabel('E-postadresse').fill('ikkje ei adresse');
  await dialog.getByRole('button', { name: 'Registrer' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('E-postadresse').fill('ny@example.no');
  await dialog.getByRole('button', { name: 'Registrer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ny Tilsett' }).waitFor();
  await page.getByText('Inga rolle no.').waitFor();

  await page.getByRole('button', { name: 'Gje rolle' }).click();
  await page.getByRole('button', { name: 'Gje rolla' }).click();
  await page.getByText('Vel rolla.').waitFor();
  await page.getByLabel('Rolle', { exact: true }).selectOption('service-member');
  await page.getByRole('button', { name: 'Gje rolla' }).click();
  await page.getByText('Vel kvar rolla gjeld.').waitFor();
  await page.getByLabel('Teneste', { exact: true }).selectOption('Barnevern');
  // A text that is no date must not count as «no last day».
  await page.getByLabel('Siste dag (kan stå tom)').fill('ein gong');
  await page.getByRole('button', { name: 'Gje rolla' }).click();
  await page.locator('input[aria-invalid="true"]:focus').waitFor();
  await page.getByLabel('Siste dag (kan stå tom)').fill('');
  await page.getByRole('button', { name: 'Gje rolla' }).click();
  await page.getByRole('link', { name: 'Barnevern' }).waitFor();

  // The same once more is refused in words.
  await page.getByRole('button', { name: 'Gje rolle' }).click();
  await page.getByLabel('Rolle', { exact: true }).selectOption('service-member');
  await page.getByLabel('Teneste', { exact: true }).selectOption('Barnevern');
  await page.getByLabel('Første dag').fill('1.12.2026');
  await page.getByRole('button', { name: 'Gje rolla' }).click();
  await page.getByText(/^Personen har alt denne rolla her i det same tidsrommet/).waitFor();
  await page.getByRole('button', { name: 'Avbryt' }).click();

  await page.getByRole('button', { name: 'Endre namn og tittel' }).click();
  await page.getByLabel('Tittel').fill('barnevernspedagog');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await page.getByText('Ny Tilsett, barnevernspedagog').waitFor();

  await page.getByRole('button', { name: 'Registrer siste dag' }).click();
  await page.getByText('Personen har ingen opne tiltak som du ser.').waitFor();
  await page.getByRole('button', { name: 'Avslutt alle roller' }).click();
  await page.getByText('Skriv den siste arbeidsdagen.').waitFor();
  await page.getByLabel('Siste arbeidsdag').fill('31.12.2026');
  expect(await faultsIn(page)).toEqual({});
  await page.getByRole('button', { name: 'Avslutt alle roller' }).click();
  await page.getByText(/– 31\. des/).waitFor();

  await open('/personer?rolle=service-member');
  await page.getByLabel('Søk etter namn').fill('tilsett');
  await page.getByRole('list', { name: 'Personar' }).getByRole('link', { name: 'Ny Tilsett' }).waitFor();
  await page.getByText('Éin person').waitFor();
  expect(complaints).toEqual([]);
  await leave();
});

test('one who leaves sees to it that actions and places at tables get somebody else, and the only coordinator stays', async () => {
  const { page, open, leave } = await sit('coordinator');
  await open(`/personer/${personOf('childWelfareThere')}`);
  await page.getByRole('button', { name: 'Registrer siste dag' }).click();
  await page.getByText('Eitt ope tiltak må få ein ny ansvarleg:').waitFor();
  await page.getByText('Personen er fast deltakar, vara eller kontakt ved éi eining. Vel ein annan der:').waitFor();
  await page.getByRole('link', { name: 'Skolen there' }).waitFor();
  await open(`/personer/${personOf('coordinator')}`);
  await page.getByRole('button', { name: 'Registrer siste dag' }).click();
  await page.getByLabel('Siste arbeidsdag').fill('31.12.2026');
  await page.getByRole('button', { name: 'Avslutt alle roller' }).click();
  await page.getByText(/^Kommunen ville stå utan koordinator/).waitFor();
  await leave();
});

test('the units of a service are chosen together and saved by one request; one that changed meanwhile is named', async () => {
  const { page, open, leave, complaints } = await sit('coordinator');
  await open(`/tjenester/${SERVICE.nurses}`);
  await page.getByRole('link', { name: 'Einingane tenesta tener' }).click();
  await page.getByRole('heading', { level: 1, name: 'Einingane Helsestasjon tener' }).waitFor();
  await page.getByRole('button', { name: 'Vel alle 4 viste' }).click();
  await page.getByLabel('Kontakt for dei 4 valde').selectOption('nurseNowhere');
  await page.getByLabel('Skal møte fast ved Åsen skole').uncheck();
  expect(await faultsIn(page)).toEqual({});

  // Another coordinator's change arrives while this page is open, and does not take the choices away.
  const other = application.personOf(NUMBER, personOf('coordinator'));
  const url = `/units/${UNIT.here}/services/${SERVICE.nurses}`;
  await other.put(url, { contactId: null, mustAttend: false });

  await page.getByRole('button', { name: 'Lagre 4 endringar' }).click();
  await page.getByText('3 einingar er lagra.').first().waitFor();
  await page.getByText('Éi eining er ikkje endra:').waitFor();
  await page.getByText(/^Skolen here: /).waitFor();
  await page.getByRole('button', { name: 'Lagre éi endring' }).click();
  await page.getByText('Éi eining er lagra.').first().waitFor();
  await open(`/enheter/${UNIT.here}`);
  await page.getByText('nurseNowhere · skal møte fast').waitFor();
  await open(`/enheter/${LED}`);
  await page.getByText('nurseNowhere · møter ved behov').waitFor();
  expect(complaints).toEqual([]);
  await leave();
});

test('standing participants are proposed for all units, looked through, changed and accepted at once', async () => {
  const { page, context, open, leave, complaints } = await sit('coordinator');
  await context.addInitScript(() => localStorage.setItem('samspill.language', 'nb'));
  await open('/enheter');
  await page.getByRole('link', { name: 'Faste deltakere' }).click();
  await page.getByRole('heading', { level: 2, name: '2 enheter uten faste deltakere' }).waitFor();
  const led = page.getByRole('list', { name: 'Foreslått for Åsen skole' });
  await led.getByText('Liv Leiar leder enheten').waitFor();
  await led.getByText(/^pptHere PPT/).waitFor();
  await page.getByText('Fant ingen: leder enheten').waitFor();
  await page.getByText('2 enheter har faste deltakere').click();
  await page.getByRole('link', { name: 'Skolen here' }).waitFor();
  expect(await faultsIn(page)).toEqual({});

  await page.getByRole('button', { name: 'Endre Øvre skole' }).click();
  await page.getByRole('combobox', { name: 'Legg til deltaker' }).fill('teacherH');
  await page.getByRole('option', { name: /teacherHere/ }).click();
  await page.getByRole('button', { name: 'Ta bort teacherHere' }).waitFor();
  expect(await faultsIn(page)).toEqual({});
  await page.getByRole('button', { name: 'Bruk listen' }).click();
  await page.getByRole('button', { name: 'Godta for 2 enheter' }).click();
  await page.getByText('2 enheter har fått faste deltakere.').first().waitFor();
  await page.getByText('Alle enheter har faste deltakere. Endre dem på enhetens side.').waitFor();
  await open(`/enheter/${UNLED}`);
  await page.getByRole('link', { name: 'teacherHere' }).waitFor();
  expect(complaints).toEqual([]);
  await leave();
});
