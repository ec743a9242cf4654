import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Directory } from '../../contract/index.js';
import { openRegistryDatabase, type RegistryDatabase } from '../../registry-database.examples.js';
import { importer } from '../../registry.examples.js';
import type { GivenFile } from '../imports/files/read-table.js';
import { publicRegister } from '../import-units/public-registers.examples.js';
import { MunicipalityImport } from './municipality-import.js';

let registry: RegistryDatabase;
beforeAll(async () => {
  registry = await openRegistryDatabase();
}, 60_000);
afterAll(() => registry.close());

const run = async (file: GivenFile, options = {}) => {
  const report = await registry.module.get(MunicipalityImport).run(file, options, importer);
  await registry.caughtUp();
  return report;
};
const csv = (...lines: string[]): GivenFile => ({
  name: 'municipalities.csv',
  bytes: new TextEncoder().encode(['kommunenr;navn;målform', ...lines].join('\n')),
});
const known = (number: string) => registry.module.get(Directory).municipality(number);

test('a file with a bad line is not imported, and every bad line is named', async () => {
  const bad = csv('9901;Demovik;nynorsk', '99;For kort;', '9902;;esperanto', '9901;Demovik igjen;');
  const report = await run(bad);
  expect(report).toMatchObject({ applied: false, registered: 0, lines: 4 });
  expect(report.bad.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
    '3 MUNICIPALITY_NUMBER_WRONG',
    '4 NAME_MISSING',
    '4 LANGUAGE_FORM_UNREADABLE',
    '5 MUNICIPALITY_TWICE',
  ]);
  expect(await registry.events()).toEqual([]);
  expect(await run(bad, { skipBad: true })).toMatchObject({ applied: true, registered: 1 });
});

test('a new name is a change; values missing in the file stay, and a second run changes nothing', async () => {
  const renamed = csv('9901;Ny-Demovik;');
  expect(await run(renamed)).toMatchObject({ registered: 0, changed: 1, unchanged: 0 });
  expect(await known('9901')).toMatchObject({
    names: [{ name: 'Ny-Demovik', from: null }],
    languageForm: 'nn',
  });
  expect(await run(renamed)).toMatchObject({ registered: 0, changed: 0, unchanged: 1 });
});

test('a county and a network are registered as such, and a file registers municipalities otherwise', async () => {
  expect(await run(csv('9932;Demo fylke;'), { kind: 'county' })).toMatchObject({ registered: 1 });
  expect(await run(csv('9933;Demonettverket;'), { kind: 'network' })).toMatchObject({ registered: 1 });
  expect(await known('9932')).toMatchObject({ kind: 'county' });
  expect(await known('9933')).toMatchObject({ kind: 'network' });
  expect(await known('9901')).toMatchObject({ kind: 'municipality' });
});

test('the kind of one that is registered is not changed by a file of another kind', async () => {
  expect(await run(csv('9932;Demo fylke;'), { kind: 'network' })).toMatchObject({ changed: 0, unchanged: 1 });
  expect(await run(csv('9932;Nytt fylke;'))).toMatchObject({ changed: 1 });
  expect(await known('9932')).toMatchObject({ kind: 'county', names: [{ name: 'Nytt fylke', from: null }] });
});

test('every municipality of the country is registered once, with its language form', async () => {
  const file = publicRegister('kommuner.json');
  expect(await run(file)).toMatchObject({ lines: 357, bad: [], registered: 357, applied: true });
  expect(await known('3203')).toMatchObject({ names: [{ name: 'Asker', from: null }], demo: false });
  expect(await run(file)).toMatchObject({ registered: 0, changed: 0, unchanged: 357 });
}, 60_000);
