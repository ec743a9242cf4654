import { afterEach, expect, test } from '@jest/globals';
import { UnitId } from '#platform/kernel';
import { contextOf, importer, openRegistry, today, type OpenRegistry } from '../../registry.examples.js';
import { CloseUnit, ChangeUnitDetails } from '../index.js';
import type { GivenFile } from '../imports/files/read-table.js';
import { inventedFile, publicRegister } from './public-registers.examples.js';
import { UnitImport, type UnitImportOptions } from './unit-import.js';

let registry: OpenRegistry | undefined;
afterEach(async () => {
  await registry?.close();
  registry = undefined;
});

const open = async () => (registry ??= await openRegistry());
const run = async (files: readonly GivenFile[], options: UnitImportOptions = {}) =>
  (await open()).module.get(UnitImport).run(files, options, importer);
const eventTypes = async (after = 0) => (await (await open()).events()).slice(after).map(({ type }) => type);

const invented = inventedFile('units.json');
const one = { tenant: '9901', registerMunicipalities: true };
const edited = (edit: (text: string) => string, file = invented): GivenFile => ({
  name: file.name,
  bytes: new TextEncoder().encode(edit(new TextDecoder().decode(file.bytes))),
});

test('one municipality is imported, and units of others are left out and counted', async () => {
  const report = await run([invented], one);
  expect(report).toMatchObject({ lines: 9, bad: [], unchanged: 0, applied: true });
  expect(report.newUnits).toHaveLength(8);
  expect(report.leftOut).toEqual([{ file: 'units.json', line: 10, reason: 'OTHER_MUNICIPALITY' }]);
  expect(report.newMunicipalities).toEqual([{ number: '9901', name: 'Demovik' }]);
  expect(await eventTypes()).toEqual([
    'registry.MunicipalityRegistered',
    ...Array<string>(8).fill('registry.UnitRegistered'),
  ]);
});

test('open and family kindergartens are exempt as kinds of unit; all others must meet from the day of the import', async () => {
  await run([invented], one);
  const registered = (await (await open()).events()).slice(1).map(({ data }) => data as Record<string, unknown>);
  const exempt = registered.filter(({ obligation }) => !(obligation as { obliged: boolean }).obliged);
  expect(exempt.map(({ name }) => name)).toEqual(['Vårsol åpen barnehage', 'Trollstua familiebarnehage']);
  expect(new Set(registered.map(({ from }) => from))).toEqual(new Set([today]));
});

test('running it twice changes nothing', async () => {
  await run([invented], one);
  expect(await run([invented], one)).toMatchObject({ newUnits: [], changedUnits: [], unchanged: 8, applied: true });
  expect(await eventTypes()).toHaveLength(9);
});

test('a changed file gives events only for what changed', async () => {
  await run([invented], one);
  const report = await run([edited((text) => text.replace('Solbakken skole', 'Solbakken oppvekstskole'))], one);
  expect(report.changedUnits.map(({ fields }) => fields)).toEqual([['name']]);
  expect(await eventTypes(9)).toEqual(['registry.UnitDetailsChanged']);
});

test('the same values imported again after a change by hand are a new change', async () => {
  await run([invented], one);
  const details = { name: 'Feil navn', kind: 'school', ownership: 'public', children: 120, area: null } as const;
  await (
    await open()
  ).commands.execute(new ChangeUnitDetails(UnitId.parse('310000000'), details, contextOf('by hand')));
  await run([invented], one);
  await (await open()).commands.execute(new ChangeUnitDetails(UnitId.parse('310000000'), details, contextOf('again')));
  await run([invented], one);
  expect(await eventTypes(9)).toEqual(Array<string>(4).fill('registry.UnitDetailsChanged'));
});

test('values missing in the file stay unchanged', async () => {
  await run([invented], one);
  const silent = edited((text) => text.replace(/"antall": \d+/g, '"antall": null'));
  expect(await run([silent], one)).toMatchObject({ changedUnits: [], unchanged: 8 });
});

test('a number of children is written in digits', async () => {
  const counting = (written: string) => edited((text) => text.replace(/"antall": \d+/, `"antall": "${written}"`));
  for (const wrong of ['1e3', '0x10', '0b1', '1.5', '-1', '2147483648', 'Infinity', '１２０'])
    expect((await run([counting(wrong)], one)).bad).toEqual([
      { file: 'units.json', line: 2, rule: 'NUMBER_UNREADABLE' },
    ]);
  for (const right of ['120', '1 200', '120.0']) expect((await run([counting(right)], one)).bad).toEqual([]);
});

test('a file with a bad line is not imported, and every bad line is named', async () => {
  const broken = edited((text) =>
    text.replace('310000000', '310000001').replace('"Fjordvik skole"', '""').replace('310000027', '310000019'),
  );
  const report = await run([broken], one);
  expect(report.bad).toEqual([
    { file: 'units.json', line: 2, rule: 'ORGANISATION_NUMBER_WRONG' },
    { file: 'units.json', line: 3, rule: 'NAME_MISSING' },
  ]);
  expect(report.applied).toBe(false);
  expect(await eventTypes()).toEqual([]);
});

test('the second line with the same number is bad', async () => {
  const twice = edited((text) => text.replace('310000027', '310000019'));
  expect((await run([twice], one)).bad).toEqual([{ file: 'units.json', line: 4, rule: 'ORGANISATION_NUMBER_TWICE' }]);
});

test('bad lines are skipped on request', async () => {
  const broken = edited((text) => text.replace('310000000', '310000001'));
  const report = await run([broken], { ...one, skipBad: true });
  expect(report).toMatchObject({ applied: true, bad: [{ line: 2 }] });
  expect(await eventTypes()).toHaveLength(8);
});

test('a preview gives the same report and writes nothing', async () => {
  const report = await run([invented], { ...one, preview: true });
  expect(report).toMatchObject({ applied: false, bad: [] });
  expect(report.newUnits).toHaveLength(8);
  expect(await eventTypes()).toEqual([]);
});

test('a unit of an unregistered municipality is a bad line with a remedy', async () => {
  const report = await run([invented]);
  expect(new Set(report.bad.map(({ rule }) => rule))).toEqual(new Set(['MUNICIPALITY_NOT_REGISTERED']));
  expect(report.bad).toHaveLength(9);
});

test('a unit that another municipality has registered too is a unit of its own', async () => {
  await run([invented], { registerMunicipalities: true });
  const moved = edited((text) => text.replace('"9902", "kommune": "Prøveby"', '"9901", "kommune": "Demovik"'));
  const report = await run([moved], one);
  expect([report.bad, report.newUnits.length]).toEqual([[], 1]);
  const registered = (await (await open()).events()).filter(({ type }) => type === 'registry.UnitRegistered');
  const twice = registered.filter(({ stream }) => stream === registered.at(-1)!.stream);
  expect(twice.map(({ tenant, revision }) => [tenant, revision])).toEqual([
    ['9902', 0n],
    ['9901', 0n],
  ]);
});

test('a unit in two files is read from the first', async () => {
  const report = await run([invented, { ...invented, name: 'again.json' }], one);
  expect(report.newUnits).toHaveLength(8);
  expect(report.leftOut.filter(({ reason }) => reason === 'IN_EARLIER_FILE')).toHaveLength(8);
});

test('an import never changes the kind of a unit', async () => {
  await run([invented], one);
  const asKindergarten = edited((text) => text.replace('"grunnskole"', '"barnehage"'));
  expect((await run([asKindergarten], one)).leftOut).toContainEqual({
    file: 'units.json',
    line: 2,
    reason: 'REGISTERED_AS_OTHER_KIND',
  });
  expect(await eventTypes()).toHaveLength(9);
});

test('an interrupted import can be continued', async () => {
  const { log, module } = await open();
  const append = log.append.bind(log);
  let left = 4;
  log.append = (...args) => (left-- > 0 ? append(...args) : Promise.reject(new Error('killed')));
  await expect(run([invented], one)).rejects.toThrow('killed');
  const before = (await eventTypes()).length;
  expect(before).toBeLessThan(9);
  log.append = append;
  await module.get(UnitImport).run([invented], one, importer);
  expect(await eventTypes()).toHaveLength(9);
});

test('a closed unit stays closed when it is imported again', async () => {
  await run([invented], one);
  const close = { on: today, reason: 'Slått sammen' };
  await (await open()).commands.execute(new CloseUnit(UnitId.parse('310000000'), close, contextOf('close')));
  expect(await run([invented], one)).toMatchObject({ unchanged: 8, bad: [] });
});

test('Asker has 144 units, and 106 lines belong to other municipalities', async () => {
  const asker = { tenant: '3203', registerMunicipalities: true };
  const report = await run([publicRegister('enheter-asker-nordmore.json')], asker);
  expect(report).toMatchObject({ lines: 250, bad: [], applied: true, newMunicipalities: [{ name: 'Asker' }] });
  expect(report.newUnits).toHaveLength(144);
  expect(report.newUnits.filter(({ details }) => details.kind === 'school')).toHaveLength(47);
  expect(report.leftOut).toHaveLength(106);
});

test('both registers are imported at once; the unit in both is imported as a school, from the first', async () => {
  const files = [publicRegister('grunnskoler.json'), publicRegister('barnehager.json')];
  const report = await run(files, { registerMunicipalities: true });
  expect(report).toMatchObject({ lines: 713, bad: [], applied: true });
  expect(report.newUnits).toHaveLength(712);
  expect(report.leftOut).toMatchObject([{ file: 'barnehager.json', reason: 'IN_EARLIER_FILE' }]);
  expect(report.newMunicipalities).toHaveLength(357);
  const again = await run(files, { registerMunicipalities: true });
  expect(again).toMatchObject({ newUnits: [], changedUnits: [], unchanged: 712 });
});
