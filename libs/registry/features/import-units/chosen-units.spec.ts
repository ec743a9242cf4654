import { afterEach, expect, test } from '@jest/globals';
import { importer, openRegistry, type OpenRegistry } from '../../registry.examples.js';
import { inventedFile } from './public-registers.examples.js';
import { UnitImport, type UnitImportOptions } from './unit-import.js';

let registry: OpenRegistry | undefined;
afterEach(async () => {
  await registry?.close();
  registry = undefined;
});

const open = async () => (registry ??= await openRegistry());
const run = async (options: UnitImportOptions) =>
  (await open()).module
    .get(UnitImport)
    .run([inventedFile('units.json')], { tenant: '9901', registerMunicipalities: true, ...options }, importer);
const names = (units: readonly { readonly details: { readonly name: string } }[]) =>
  units.map(({ details }) => details.name);

const [school, familyKindergarten] = ['310000000', '310000140'];

test('new units that were not chosen are left out of the accepted preview, and can be imported later', async () => {
  const { digest, newUnits } = await run({ preview: true });
  expect(names(newUnits)).toContain('Trollstua familiebarnehage');
  const report = await run({ digest, leaveOut: new Set([school, familyKindergarten]) });
  expect(report).toMatchObject({ applied: true, outdated: false, bad: [] });
  expect(names(report.newUnits)).toHaveLength(6);
  expect(report.leftOut.map(({ line, reason }) => [line, reason])).toEqual([
    [10, 'OTHER_MUNICIPALITY'],
    [2, 'NOT_CHOSEN'],
    [9, 'NOT_CHOSEN'],
  ]);
  const later = await run({ leaveOut: new Set([familyKindergarten]) });
  expect(names(later.newUnits)).toEqual(['Solbakken skole']);
  expect(later.unchanged).toBe(6);
});

test('a unit that is registered already is not left out of a change by that', async () => {
  await run({});
  const report = await run({ leaveOut: new Set([school]) });
  expect(report).toMatchObject({ newUnits: [], unchanged: 8 });
  expect(report.leftOut.map(({ reason }) => reason)).toEqual(['OTHER_MUNICIPALITY']);
});
