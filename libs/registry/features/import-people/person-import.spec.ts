import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isRefused } from '#platform/kernel';
import { Directory } from '../../contract/index.js';
import { openRegistryDatabase, type RegistryDatabase } from '../../registry-database.examples.js';
import { contextOf, importer } from '../../registry.examples.js';
import { RegisterService, RegisterServiceUnit } from '../index.js';
import { inventedFile } from '../import-units/public-registers.examples.js';
import { UnitImport } from '../import-units/unit-import.js';
import { PersonImport } from './person-import.js';

const of = '9901';
const PEOPLE = `navn;e-post;tittel;rolle;orgnr;tjeneste;virksomhet;fra;til
Person En;en@demovik.example;rektor;rektor;310000000;;;01.08.2026;
Person En;en@demovik.example;møteleder;Møteleder;310000000;;;2026-08-01;
Person To;to@demovik.example;PP-rådgiver;service-member;;PPT;;;
Person Tre;tre@demovik.example;;Virksomhetsleder;;;bfe;;
Person Fire;;;koordinator;;;;;
`;
let registry: RegistryDatabase;
const run = async (text: string, options = {}) => {
  const file = { name: 'people.csv', bytes: new TextEncoder().encode(text) };
  const report = await registry.module.get(PersonImport).run(file, { tenant: of, ...options }, importer);
  await registry.caughtUp();
  return report;
};
const people = () => registry.module.get(Directory).people(of);

beforeAll(async () => {
  registry = await openRegistryDatabase();
  const units = { tenant: of, registerMunicipalities: true };
  await registry.module.get(UnitImport).run([inventedFile('units.json')], units, importer);
  const bfe = await registry.commands.execute(new RegisterServiceUnit({ name: 'BFE' }, contextOf('bfe')));
  expect(isRefused(bfe)).toBe(false);
  await registry.commands.execute(
    new RegisterService({ name: 'PPT', kind: 'ppt', serviceUnitId: null }, contextOf('ppt')),
  );
  await registry.caughtUp();
}, 60_000);
afterAll(() => registry.close());

test('a file with a bad line is not imported, and every bad line is named', async () => {
  const report = await run(
    `${PEOPLE};ikke en adresse;;keiser;;;;;31.02.2026\nX;;;rektor;310000051;;;;\nY;;;rektor;;;;;\nZ;;;tjeneste;;Finnes ikke;;;\n`,
  );
  expect(report).toMatchObject({ applied: false, events: 0, lines: 9 });
  expect(report.bad.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
    '7 NAME_MISSING',
    '7 EMAIL_WRONG',
    '7 DATE_WRONG',
    '7 ROLE_UNREADABLE',
    '9 ROLE_PLACE_WRONG',
    '8 UNIT_UNKNOWN',
    '10 SERVICE_UNKNOWN',
  ]);
  expect(await people()).toEqual([]);
});

test('people are imported with all their roles, and a second run changes nothing', async () => {
  expect(await run(PEOPLE, { preview: true })).toMatchObject({ applied: false, events: 0, bad: [] });
  expect(await run(PEOPLE)).toMatchObject({ applied: true, bad: [], events: 9 });
  expect((await people()).map(({ name, roles }) => [name, ...roles.map(({ role }) => role)])).toEqual([
    ['Person En', 'unit-leader', 'meeting-chair'],
    ['Person Fire', 'coordinator'],
    ['Person To', 'service-member'],
    ['Person Tre', 'service-unit-leader'],
  ]);
  expect(await run(PEOPLE)).toMatchObject({ applied: true, events: 0 });
});

test('a changed file gives events only for what changed', async () => {
  const changed = PEOPLE.replace('PP-rådgiver', 'fagleder').replace(
    '310000000;;;01.08.2026;',
    '310000000;;;01.08.2026;31.12.2026',
  );
  expect(await run(changed)).toMatchObject({ events: 2, bad: [] });
  expect((await people())[0]!.roles).toMatchObject([{ role: 'unit-leader', to: '2026-12-31' }, { to: null }]);
});

test('a preview lists the changes, and is carried out exactly as shown or refused', async () => {
  const changed = PEOPLE.replace('rektor;rektor', 'rektor ved skolen;rektor').replace(
    'Person Fire;;;koord',
    'Person Fem;;;koord',
  );
  const preview = await run(changed, { preview: true });
  expect(preview.added).toMatchObject([{ name: 'Person Fem', changes: [{ field: 'role', after: 'coordinator' }] }]);
  expect(preview.changed[0]).toMatchObject({
    name: 'Person En',
    changes: [{ field: 'title', before: 'rektor', after: 'rektor ved skolen' }],
  });
  await run(PEOPLE.replace('rektor;rektor', 'skoleleder;rektor'));
  expect(await run(changed, { digest: preview.digest })).toMatchObject({ applied: false, outdated: true, events: 0 });
  const again = await run(changed, { preview: true });
  expect(await run(changed, { digest: again.digest })).toMatchObject({ applied: true, outdated: false });
});

test('telephone numbers are imported as people write them, and a wrong one is a bad line', async () => {
  const withPhone = PEOPLE.replace('navn;', 'telefon;navn;').replaceAll(/^(?=Person)/gm, ';');
  const given = withPhone.replace(/^;Person To/m, '+47 912 34 567;Person To');
  expect(await run(given.replace('+47 912 34 567', '01017012345'))).toMatchObject({
    applied: false,
    bad: [{ line: 4, rule: 'PHONE_WRONG' }],
  });
  const preview = await run(given, { preview: true });
  expect(preview.changed.flatMap(({ changes }) => changes)).toContainEqual({
    field: 'phone',
    before: null,
    after: '91234567',
    at: null,
  });
  await run(given);
  expect((await people()).find(({ name }) => name === 'Person To')).toMatchObject({ phone: '91234567' });
  await run(PEOPLE);
  expect((await people()).find(({ name }) => name === 'Person To')).toMatchObject({ phone: '91234567' });
});

test('a national number is refused in any column', async () => {
  const report = await run(
    'navn;tittel;epost\nPerson 158170 12345;;\nPerson Seks;15817012345;\nPerson Sju;;15817012345@demovik.example\n',
  );
  expect(report.bad.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
    '2 NATIONAL_NUMBER',
    '3 NATIONAL_NUMBER',
    '4 NATIONAL_NUMBER',
  ]);
});
