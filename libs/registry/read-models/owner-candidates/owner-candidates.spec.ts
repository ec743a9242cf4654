import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { CalendarDate, isRefused, PersonId, ServiceId, UnitId } from '#platform/kernel';
import type { GiveRoleBody } from '../../features/give-role.js';
import {
  AssignService,
  GiveRole,
  RegisterPerson,
  RegisterService,
  SetStandingParticipants,
} from '../../features/index.js';
import { inventedFile } from '../../features/import-units/public-registers.examples.js';
import { UnitImport } from '../../features/import-units/unit-import.js';
import { openRegistryDatabase, type RegistryDatabase } from '../../registry-database.examples.js';
import { contextOf, importer, today } from '../../registry.examples.js';
import { ListOwnerCandidates } from './owner-candidates.query.js';

const of = '9901';
const solbakken = UnitId.parse('310000000');
const fjordvik = UnitId.parse('310000019');

let registry: RegistryDatabase;
let ppt: ServiceId;
let nurses: ServiceId;

const ids = { next: 0 };
const context = () => contextOf(`command ${(ids.next += 1)}`, of);
const run = async (command: Parameters<RegistryDatabase['commands']['execute']>[0]): Promise<string> => {
  const outcome = await registry.commands.execute<typeof command, { id: string }>(command);
  if (isRefused(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.id;
};
/** A person with the roles, from the beginning of the school year. */
async function person(
  name: string,
  title: string | null,
  ...roles: readonly Partial<GiveRoleBody>[]
): Promise<PersonId> {
  const personId = PersonId.parse(await run(new RegisterPerson({ name, email: null, title }, context())));
  for (const role of roles) {
    const nowhere = { unitId: null, serviceId: null, serviceUnitId: null, to: null };
    const given = { ...nowhere, role: 'teacher' as const, from: CalendarDate.parse('2026-08-01'), ...role };
    await run(new GiveRole(personId, given, context()));
  }
  return personId;
}
const asker: Asker = { personId: 'anyone', tenant: of, roles: [{ role: 'teacher' }], today, language: 'nb' };
const found = async (text?: string, on?: string, unitId = solbakken) => {
  const filter = { text, ...(on !== undefined && { on: CalendarDate.parse(on) }) };
  const answer = await registry.module.get(QueryBus).execute(new ListOwnerCandidates(asker, unitId, filter));
  if (isRefused(answer)) throw new Error(JSON.stringify(answer));
  return answer.items;
};
const names = async (...of: Parameters<typeof found>) => (await found(...of)).map(({ name }) => name);

beforeAll(async () => {
  registry = await openRegistryDatabase();
  await registry.module.get(UnitImport).run([inventedFile('units.json')], { registerMunicipalities: true }, importer);
  ppt = ServiceId.parse(await run(new RegisterService({ name: 'PPT', kind: 'ppt', serviceUnitId: null }, context())));
  nurses = ServiceId.parse(
    await run(
      new RegisterService({ name: 'Helsestasjon', kind: 'public-health-nurse', serviceUnitId: null }, context()),
    ),
  );
  await run(new AssignService(solbakken, ppt, { contactId: null, mustAttend: true }, context(), today));
  await person('Ola Berg', 'PPT-rådgiver', { role: 'service-member', serviceId: ppt });
  await person('Ola Berg', 'lærer', { unitId: solbakken });
  await person('Kari Lund', 'rektor', { role: 'unit-leader', unitId: solbakken });
  await person('Anne-Berit Moe', 'helsesykepleier', { role: 'service-member', serviceId: nurses });
  await person('Åse Lund', 'lærer', { unitId: fjordvik });
  await person('Eli Folkevalgt', null, { role: 'elected' });
  await person('Per Uten', 'lærer');
  const left = await person('Lise Sluttet', 'lærer', { unitId: solbakken, to: CalendarDate.parse('2026-10-01') });
  const both = await person('Nils Begge', null, { unitId: fjordvik }, { role: 'service-member', serviceId: ppt });
  const chair = await person('Kai Koordinator', null, { role: 'coordinator' });
  expect([left, both]).toHaveLength(2);
  const participants = [{ personId: chair, deputyId: null }];
  await run(new SetStandingParticipants(solbakken, { participants }, context(), today));
  await registry.caughtUp();
}, 60_000);
afterAll(() => registry.close());

test('without a search text, people of the unit and its meetings come first, then those of its services', async () => {
  expect(await found()).toMatchObject([
    { name: 'Kai Koordinator', role: 'coordinator', place: null, nearness: 'unit' },
    { name: 'Kari Lund', role: 'unit-leader', place: 'Solbakken skole', nearness: 'unit', unitId: solbakken },
    { name: 'Ola Berg', role: 'teacher', title: 'lærer', nearness: 'unit', serviceId: null },
    { name: 'Nils Begge', role: 'service-member', place: 'PPT', nearness: 'service', serviceId: ppt },
    { name: 'Ola Berg', role: 'service-member', title: 'PPT-rådgiver', place: 'PPT', nearness: 'service' },
  ]);
});

test('with a search text, other people of the municipality follow', async () => {
  expect(await found('lund')).toMatchObject([
    { name: 'Kari Lund', nearness: 'unit' },
    { name: 'Åse Lund', nearness: 'elsewhere', place: 'Fjordvik skole' },
  ]);
});

test.each([
  ['ol', ['Ola Berg', 'Ola Berg']],
  ['be ol', ['Ola Berg', 'Ola Berg']],
  ['ås', ['Åse Lund']],
  ['BERIT', ['Anne-Berit Moe']],
  ['und', []],
  ['%', []],
  ['_', []],
])('«%s» finds those with names that begin so: %j', async (text, expected) => {
  expect(await names(text)).toEqual(expected);
});

test.each(['Lise', 'Per', 'Eli'])('%s, who cannot own an action here today, is not proposed', async (name) => {
  expect(await names(name)).toEqual([]);
});

test('on another day, people with a role on that day are proposed', async () => {
  expect(await names('Lise', '2026-10-01')).toEqual(['Lise Sluttet']);
  expect(await names('Lise', '2026-10-02')).toEqual([]);
  expect(await names(undefined, '2026-10-01')).toContain('Lise Sluttet');
  expect(await names(undefined, '2026-07-31')).toEqual([]);
});

test('an unknown unit, or one of another municipality, has no candidates', async () => {
  const question = new ListOwnerCandidates({ ...asker, tenant: '9902' }, solbakken, { text: 'Ola' });
  expect(await registry.module.get(QueryBus).execute(question)).toEqual({ refused: [{ rule: 'NOT_FOUND' }] });
});
