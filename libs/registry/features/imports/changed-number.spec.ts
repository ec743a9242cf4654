import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CalendarDate, isRefused, MunicipalityNumber } from '#platform/kernel';
import { Directory, nameOn } from '../../contract/index.js';
import { openRegistryDatabase, type RegistryDatabase } from '../../registry-database.examples.js';
import { contextOf, importer, today } from '../../registry.examples.js';
import { ChangeNumber } from '../change-number.js';
import { MunicipalityImport } from '../import-municipalities/municipality-import.js';
import { UnitImport, type UnitImportOptions } from '../import-units/unit-import.js';
import type { GivenFile } from './files/read-table.js';

// Asker was registered as 0220, and has had the numbers 3025 and 3203 since. Files from the registers name it by the
// number that it had when they were made; it stays one tenant.

let registry: RegistryDatabase;
beforeAll(async () => {
  registry = await openRegistryDatabase();
  await importMunicipalities('0220;Asker;bokmål');
  for (const [number, from] of [
    ['3025', '2020-01-01'],
    ['3203', '2024-01-01'],
  ] as const) {
    const body = { number: MunicipalityNumber.parse(number), name: null, from: CalendarDate.parse(from) };
    const outcome = await registry.commands.execute(new ChangeNumber(body, contextOf(number, '0220')));
    if (isRefused(outcome)) throw new Error(JSON.stringify(outcome));
  }
  await registry.caughtUp();
}, 60_000);
afterAll(() => registry.close());

const csv = (...lines: string[]): GivenFile => ({
  name: 'file.csv',
  bytes: new TextEncoder().encode(lines.join('\n')),
});

async function importMunicipalities(...lines: string[]) {
  const file = csv('kommunenr;navn;målform', ...lines);
  const report = await registry.module.get(MunicipalityImport).run(file, {}, importer);
  await registry.caughtUp();
  return report;
}
async function importUnits(options: UnitImportOptions, ...lines: string[]) {
  const file = csv('orgnr;navn;kommunenr;type;eierform', ...lines);
  const report = await registry.module.get(UnitImport).run([file], options, importer);
  await registry.caughtUp();
  return report;
}
const directory = () => registry.module.get(Directory);
const unitsOf = async (id: string) => (await directory().units(id)).map(({ name }) => name);

test('a list with the number of today renames the municipality, and registers none', async () => {
  expect(await importMunicipalities('3203;Asker kommune;')).toMatchObject({ registered: 0, changed: 1 });
  expect(nameOn((await directory().municipality('0220'))!, today)).toBe('Asker kommune');
  expect(await directory().municipality('3203')).toBeUndefined();
});

test.each(['0220', '3025'])('a list with the earlier number %s changes nothing', async (number) => {
  expect(await importMunicipalities(`${number};Gamle Asker;`)).toMatchObject({
    registered: 0,
    changed: 0,
    unchanged: 1,
  });
  expect(await directory().municipality('3025')).toBeUndefined();
});

test.each<[string, UnitImportOptions, string]>([
  ['the municipality itself', { tenant: '0220' }, '310000000;Solbakken skole;3203;skole;offentlig'],
  [
    'an operator, for all municipalities',
    { registerMunicipalities: true },
    '310000019;Vårsol skole;3203;skole;offentlig',
  ],
  [
    'an operator, for the number of today',
    { registerMunicipalities: true, tenant: '3203' },
    '310000027;Åsen skole;3203;skole;offentlig',
  ],
])('units under the number of today belong to the tenant when imported by %s', async (_, options, line) => {
  const before = await unitsOf('0220');
  const report = await importUnits(options, line);
  expect(report).toMatchObject({ bad: [], leftOut: [], newMunicipalities: [], applied: true });
  expect(await unitsOf('0220')).toHaveLength(before.length + 1);
  expect(await directory().municipality('3203')).toBeUndefined();
});

test('units of another municipality are left out as before', async () => {
  const report = await importUnits({ tenant: '0220' }, '310000035;Fremmed skole;0301;skole;offentlig');
  expect(report.leftOut.map(({ reason }) => reason)).toEqual(['OTHER_MUNICIPALITY']);
});
