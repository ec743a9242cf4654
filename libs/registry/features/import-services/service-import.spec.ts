import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CalendarDate, ServiceId, ServiceUnitId } from '#platform/kernel';
import { Directory, ServiceKind } from '../../contract/index.js';
import { openRegistryDatabase, type RegistryDatabase } from '../../registry-database.examples.js';
import { contextOf, importer } from '../../registry.examples.js';
import { ChangeService, CloseService, CloseServiceUnit } from '../index.js';
import { PersonImport } from '../import-people/person-import.js';
import { inventedFile } from '../import-units/public-registers.examples.js';
import { UnitImport } from '../import-units/unit-import.js';
import { ServiceImport } from './service-import.js';

const of = '9901';
const YESTERDAY = CalendarDate.parse('2026-11-21');
const SERVICES = `tjeneste;type;virksomhet;orgnr;kontakt;møteplikt
PPT;ppt;BFE;310000000;;ja
Helsestasjonen;helsesykepleier;bfe;;;
Barneverntjenesten;barnevern;;310000000;;nei
`;
let registry: RegistryDatabase;
const file = (text: string) => ({ name: 'services.csv', bytes: new TextEncoder().encode(text) });
const run = async (text: string, options = {}) => {
  const report = await registry.module.get(ServiceImport).run(file(text), { tenant: of, ...options }, importer);
  await registry.caughtUp();
  return report;
};
const directory = () => registry.module.get(Directory);
const served = async () => (await directory().unit(of, '310000000'))!.services;

beforeAll(async () => {
  registry = await openRegistryDatabase();
  const units = { tenant: of, registerMunicipalities: true };
  await registry.module.get(UnitImport).run([inventedFile('units.json')], units, importer);
  await registry.caughtUp();
}, 60_000);
afterAll(() => registry.close());

test('every bad line is named, and the file is not imported', async () => {
  const bad = `${SERVICES};ppt;;;;\nLogoped;ukjent;;;;\nPPT;;;310000051;;\nPPT;;;310000020;;\nPPT;;;310000000;;\nPPT;;;;ukjent@demovik.example;\nFritid 158170 12345;annet;;;;\nSLT;annet;;;15817012345@demovik.example\n`;
  const report = await run(bad);
  expect(report).toMatchObject({ applied: false, lines: 11 });
  expect(report.bad.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
    '5 NAME_MISSING',
    '6 SERVICE_KIND_UNREADABLE',
    '8 ORGANISATION_NUMBER_WRONG',
    '9 SAID_TWICE',
    '11 NATIONAL_NUMBER',
    '12 NATIONAL_NUMBER',
    '7 UNIT_UNKNOWN',
  ]);
  expect(await directory().services(of)).toEqual([]);
});

test('services are imported with their units as previewed, and a second import changes nothing', async () => {
  const preview = await run(SERVICES, { preview: true });
  expect(preview).toMatchObject({ applied: false, bad: [] });
  expect(preview.added.map(({ name, changes }) => [name, ...changes.map(({ field }) => field)])).toEqual([
    ['PPT', 'kind', 'serviceUnit', 'serves'],
    ['Helsestasjonen', 'kind', 'serviceUnit'],
    ['Barneverntjenesten', 'kind', 'serves'],
  ]);
  expect(await run(SERVICES, { digest: preview.digest })).toMatchObject({ applied: true, bad: [] });
  expect((await served()).map(({ mustAttend }) => mustAttend)).toEqual([true, false]);
  expect((await directory().serviceUnits(of)).map(({ name }) => name)).toEqual(['BFE']);
  expect(await run(SERVICES)).toMatchObject({ applied: true, added: [], changed: [], unchanged: 3 });
});

test('a contact is found by mail address, and only what changed is written', async () => {
  const people = 'navn;e-post;rolle;tjeneste\nPerson Eksempel;person@demovik.example;tjeneste;PPT\n';
  await registry.module.get(PersonImport).run(file(people), { tenant: of }, importer);
  await registry.caughtUp();
  const withContact = SERVICES.replace('310000000;;ja', '310000000;person@demovik.example;ja');
  const report = await run(withContact);
  expect(report.changed).toMatchObject([{ name: 'PPT', changes: [{ field: 'serves-differently' }] }]);
  expect(await run(`${withContact}PPT;;;;nobody@demovik.example;\n`)).toMatchObject({ applied: true });
  expect((await served()).filter(({ contactId }) => contactId !== null)).toHaveLength(1);
  expect(await run(SERVICES.replace('310000000;;ja', '310000000;nobody@demovik.example;ja'))).toMatchObject({
    bad: [{ line: 2, rule: 'PERSON_UNKNOWN' }],
  });
});

test('an outdated preview is not carried out', async () => {
  const moved = SERVICES.replace('PPT;ppt;BFE', 'PPT;annet;BFE');
  const { digest } = await run(moved, { preview: true });
  expect(await run(SERVICES.replace('PPT;ppt;BFE', 'PPT;ekstern;BFE'), { digest })).toMatchObject({
    applied: false,
    outdated: true,
  });
  expect(await run(moved, { digest })).toMatchObject({ applied: true, outdated: false });
  // The preview was carried out completely: nothing remains to be done.
  expect(await run(moved, { digest })).toMatchObject({ applied: false, outdated: true });
});

test('a line about a closed service or service unit is refused with a remedy, and nothing is reopened or created', async () => {
  const { commands } = registry;
  const of9901 = async (name: string) => (await directory().services(of)).find((it) => it.name === name)!;
  const helsestasjonen = await of9901('Helsestasjonen');
  const close = new CloseService(ServiceId.parse(helsestasjonen.serviceId), { on: YESTERDAY }, contextOf('closed', of));
  expect(await commands.execute(close)).toMatchObject({ id: helsestasjonen.serviceId });
  await registry.caughtUp();
  const bfe = (await directory().serviceUnits(of))[0]!.serviceUnitId;
  const before = await directory().services(of);
  expect((await run('tjeneste;type\nHELSESTASJONEN;helsesykepleier\n')).bad).toMatchObject([
    { line: 2, rule: 'SERVICE_IS_CLOSED' },
  ]);
  expect(await directory().services(of)).toEqual(before);
  for (const { name, kind, serviceId } of before.filter((it) => it.serviceUnitId === bfe && it.closures.length === 0)) {
    const details = { name, kind: ServiceKind.parse(kind), serviceUnitId: null };
    await commands.execute(new ChangeService(ServiceId.parse(serviceId), details, contextOf(`moved ${name}`, of)));
  }
  await registry.caughtUp();
  const closeBfe = new CloseServiceUnit(ServiceUnitId.parse(bfe), { on: YESTERDAY }, contextOf('closed bfe', of));
  expect(await commands.execute(closeBfe)).toMatchObject({ id: bfe });
  await registry.caughtUp();
  expect((await run('tjeneste;type;virksomhet\nLogopeden;annet;BFE\n')).bad).toMatchObject([
    { line: 2, rule: 'SERVICE_UNIT_IS_CLOSED' },
  ]);
});

test('what needs a refused service or service unit is refused with it, and nothing of it is written', async () => {
  const importing = (text: string) =>
    registry.module.get(ServiceImport).run(file(text), { tenant: of, skipBad: true }, importer);
  await registry.caughtUp();
  await registry.stopReadModels();
  const heading = 'tjeneste;type;virksomhet;orgnr;kontakt;møteplikt\n';
  expect(await importing(`${heading}Fysioterapi;fysio;Oppvekst;;;\n`)).toMatchObject({ applied: true, bad: [] });
  const before = await registry.events();
  // The read models do not show the two yet, so both are planned as new.
  const { bad } = await importing(
    `${heading}Fysioterapi;ergo;;310000000;;ja\nErgoterapi;ergo;OPPVEKST;;;\nErgoterapi;;;310000000;;nei\n`,
  );
  expect(bad.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['2 REFUSED', '3 REFUSED', '4 REFUSED']);
  expect(await registry.events()).toEqual(before);
});
