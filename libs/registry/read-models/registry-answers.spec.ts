import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { QueryBus } from '@nestjs/cqrs';
import { Askers, type ActiveRole, type Asker } from '#platform/identity';
import { CalendarDate, isRefused, PersonId, SchoolYear, ServiceId, ServiceUnitId, UnitId } from '#platform/kernel';
import { Directory, SchoolCalendar } from '../contract/index.js';
import {
  AssignService,
  ChangeObligation,
  CloseUnit,
  EndRole,
  GiveRole,
  GiveSubstituteRole,
  RegisterPerson,
  SetPhone,
  RegisterService,
  RegisterServiceUnit,
  SetJointMeetingPlace,
  SetSchoolCalendar,
  SetStandingParticipants,
} from '../features/index.js';
import { inventedFile } from '../features/import-units/public-registers.examples.js';
import { UnitImport } from '../features/import-units/unit-import.js';
import { openRegistryDatabase, type RegistryDatabase } from '../registry-database.examples.js';
import { contextOf, importer, today } from '../registry.examples.js';
import { GetMunicipality } from './municipality/municipality.query.js';
import type { OnePerson } from './person-register/person-register.dto.js';
import { OrganisationAnswer } from './organisation/organisation.dto.js';
import { ReadOrganisation } from './organisation/organisation.query.js';
import { GetPerson, ListPeople } from './person-register/person-register.query.js';
import { ListServices } from './service-register/service-register.query.js';
import { ListServiceUnits } from './service-unit-register/service-unit-register.query.js';
import { GetUnit, ListUnits } from './unit-register/unit-register.query.js';

const of = '9901';
const solbakken = UnitId.parse('310000000');
const fjordvik = UnitId.parse('310000019');
const day = (text: string) => CalendarDate.parse(text);
/** One unit closes: its last open day is today. */
const dayAfter = day('2026-11-23');
const paging = { page: 1, size: 50 };
const nowhere = { unitId: null, serviceId: null, serviceUnitId: null };

let registry: RegistryDatabase;
let kari: PersonId;
let ola: PersonId;
let ppt: ServiceId;
let bfe: ServiceUnitId;

const ids = { next: 0 };
const context = () => contextOf(`command ${(ids.next += 1)}`, of);
const run = async (command: Parameters<RegistryDatabase['commands']['execute']>[0]): Promise<string> => {
  const outcome = await registry.commands.execute<typeof command, { id: string }>(command);
  if (isRefused(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.id;
};
const person = async (name: string) =>
  PersonId.parse(
    await run(new RegisterPerson({ name, email: `${name.length}@demovik.example`, title: null }, context())),
  );
const directory = () => registry.module.get(Directory);
const queries = () => registry.module.get(QueryBus);
const asker = (...roles: ActiveRole[]): Asker => ({ personId: kari, tenant: of, roles, today, language: 'nb' });
const people = async (filter: object, who = asker({ role: 'teacher' })) =>
  (await queries().execute(new ListPeople(who, { ...paging, ...filter }))).items.map(({ name }) => name);
const units = async (filter: object, on = today) =>
  (
    await queries().execute(new ListUnits({ ...paging, ...filter }, { ...asker({ role: 'coordinator' }), today: on }))
  ).items.map(({ name }) => name);

beforeAll(async () => {
  registry = await openRegistryDatabase();
  await registry.module.get(UnitImport).run([inventedFile('units.json')], { registerMunicipalities: true }, importer);
  bfe = ServiceUnitId.parse(await run(new RegisterServiceUnit({ name: 'BFE' }, context())));
  ppt = ServiceId.parse(await run(new RegisterService({ name: 'PPT', kind: 'ppt', serviceUnitId: bfe }, context())));
  kari = await person('Kari Ås Demo');
  ola = await person('Ola Åsen');
  const from = day('2026-08-01');
  await run(new GiveRole(kari, { ...nowhere, role: 'unit-leader', unitId: solbakken, from, to: null }, context()));
  await run(
    new GiveRole(ola, { ...nowhere, role: 'service-unit-leader', serviceUnitId: bfe, from, to: null }, context()),
  );
  const member = await run(
    new GiveRole(ola, { ...nowhere, role: 'service-member', serviceId: ppt, from, to: null }, context()),
  );
  expect(member).toBe(ola);
  await run(new AssignService(solbakken, ppt, { contactId: ola, mustAttend: true }, context(), today));
  const participants = [{ personId: kari, deputyId: ola }];
  await run(new SetStandingParticipants(solbakken, { participants }, context(), today));
  await run(
    new ChangeObligation(fjordvik, { obliged: false, reason: 'Ombygging', from: day('2027-01-01') }, context()),
  );
  await run(new CloseUnit(UnitId.parse('310000027'), { on: today, reason: 'Slått sammen' }, context()));
  await registry.caughtUp();
  await run(new SetJointMeetingPlace(fjordvik, { hostUnitId: solbakken, from: day('2026-09-01') }, context()));
  const calendar = { schoolYear: 2026, kind: 'school', firstDay: '2026-08-17', lastDay: '2027-06-18', closed: [] };
  await run(new SetSchoolCalendar(SchoolCalendar.parse(calendar), context()));
  await registry.caughtUp();
}, 60_000);
afterAll(() => registry.close());

test('the directory has a unit with all its registered data', async () => {
  expect(await directory().unit(of, solbakken)).toMatchObject({
    unitId: solbakken,
    name: 'Solbakken skole',
    closures: [],
    services: [{ serviceId: ppt, contactId: ola, mustAttend: true }],
    standing: [{ personId: kari, deputyId: ola }],
  });
  expect(await directory().unit(of, fjordvik)).toMatchObject({
    obligations: [
      { from: today, obliged: true, reason: null },
      { from: '2027-01-01', obliged: false, reason: 'Ombygging' },
    ],
    hosts: [{ from: '2026-09-01', hostUnitId: solbakken }],
  });
});

test('the organisation is a tree of open places, each with those who have a role there today, leaders first', async () => {
  const read = async (on: CalendarDate) =>
    OrganisationAnswer.parse(await queries().execute(new ReadOrganisation({ ...asker(), today: on })));
  const { name, areas, serviceUnits } = await read(today);
  expect(name).toBe('Demovik');
  const units = areas.flatMap((area) => area.units);
  expect(units).toHaveLength(8);
  expect(units.find(({ unitId }) => unitId === solbakken)?.people).toMatchObject([
    { name: 'Kari Ås Demo', role: 'unit-leader' },
  ]);
  expect(serviceUnits).toMatchObject([
    {
      name: 'BFE',
      people: [{ name: 'Ola Åsen', role: 'service-unit-leader' }],
      services: [{ name: 'PPT', units: 1, people: [{ name: 'Ola Åsen', role: 'service-member' }] }],
    },
  ]);
  // One of the units is closed the day after, and before August nobody had a role.
  expect((await read(dayAfter)).areas.flatMap((area) => area.units)).toHaveLength(7);
  const before = await read(day('2026-07-31'));
  expect(before.serviceUnits.flatMap((it) => it.people)).toEqual([]);
});

test('nothing of another municipality is seen', async () => {
  expect(await directory().units(of)).toHaveLength(8);
  expect(await directory().units('9902')).toHaveLength(1);
  expect(await directory().unit('9902', solbakken)).toBeUndefined();
  expect(await directory().people('9902')).toEqual([]);
  expect(await queries().execute(new GetUnit(solbakken, { ...asker(), tenant: '9902' }))).toEqual({
    refused: [{ rule: 'NOT_FOUND' }],
  });
});

test('the directory has people by id, services, service units and calendars', async () => {
  expect((await directory().people(of)).map(({ name }) => name)).toEqual(['Kari Ås Demo', 'Ola Åsen']);
  expect((await directory().people(of, [ola])).map(({ name }) => name)).toEqual(['Ola Åsen']);
  expect(await directory().people(of, [])).toEqual([]);
  expect(await directory().services(of)).toMatchObject([{ serviceId: ppt, serviceUnitId: bfe, closures: [] }]);
  expect(await directory().serviceUnits(of)).toMatchObject([{ serviceUnitId: bfe, name: 'BFE', closures: [] }]);
  expect(await directory().municipality(of)).toMatchObject({
    id: of,
    kind: 'municipality',
    numbers: [{ number: of, from: null }],
    names: [{ name: 'Demovik', from: null }],
    demo: false,
  });
  expect(await directory().calendar(of, SchoolYear.parse(2026), 'school')).toMatchObject({ firstDay: '2026-08-17' });
  expect(await directory().calendar(of, SchoolYear.parse(2026), 'kindergarten')).toBeUndefined();
});

test('a service unit’s leader has every service of it; a person without a role on the day is not resolved', async () => {
  const askers = registry.module.get(Askers);
  expect(await askers.find(of, ola, today, 'nn')).toMatchObject({
    language: 'nn',
    roles: [
      { role: 'service-unit-leader', serviceIds: [ppt] },
      { role: 'service-member', serviceIds: [ppt] },
    ],
  });
  expect(await askers.find(of, kari, today, 'nb')).toMatchObject({
    roles: [{ role: 'unit-leader', unitId: solbakken }],
  });
  expect(await askers.find(of, kari, day('2026-07-31'), 'nb')).toBeUndefined();
  expect(await askers.find('9902', kari, today, 'nb')).toBeUndefined();
});

test('units are filtered by kind, state, name and number, in Norwegian order', async () => {
  expect(await units({ kind: 'school', closed: false }, dayAfter)).toEqual([
    'Fjordvik skole',
    'Nordlia ungdomsskole',
    'Solbakken skole',
  ]);
  expect(await units({ closed: true }, dayAfter)).toEqual(['Åsen skole']);
  expect(await units({ closed: true }, today)).toEqual([]);
  expect(await units({ kind: 'school' })).toEqual([
    'Fjordvik skole',
    'Nordlia ungdomsskole',
    'Solbakken skole',
    'Åsen skole',
  ]);
  expect(await units({ search: 'BARNEHAGE' })).toHaveLength(4);
  expect(await units({ search: '31000002' })).toEqual(['Åsen skole']);
  expect(await units({ search: '%' })).toEqual([]);
  expect(await units({ area: 'Nord' })).toEqual([]);
});

test.each<[string, ActiveRole[], string[]]>([
  ['coordinator', [{ role: 'coordinator' }], ['open', 'manage']],
  ['service unit leader', [{ role: 'service-unit-leader' }], ['open']],
  ['leader of the unit', [{ role: 'unit-leader', unitId: solbakken }], ['open', 'manage']],
  ['leader of another unit', [{ role: 'unit-leader', unitId: fjordvik }], []],
  ['teacher there', [{ role: 'teacher', unitId: solbakken }], ['open']],
  ['director', [{ role: 'director' }], []],
])('a %s gets the list of their rights at a unit', async (_, roles, may) => {
  expect(await queries().execute(new GetUnit(solbakken, asker(...roles)))).toMatchObject({ may });
});

test('a standing participant and a deputy may open the unit’s page, and no other unit’s', async () => {
  const member = asker({ role: 'service-member' });
  for (const personId of [kari, ola]) {
    expect(await queries().execute(new GetUnit(solbakken, { ...member, personId }))).toMatchObject({ may: ['open'] });
    expect(await queries().execute(new GetUnit(fjordvik, { ...member, personId }))).toMatchObject({ may: [] });
  }
});

test('a list is paged, and has the total number', async () => {
  const page = await queries().execute(new ListUnits({ page: 2, size: 3 }, asker()));
  expect(page).toMatchObject({ total: 8, page: 2, size: 3 });
  expect(page.items).toHaveLength(3);
});

test('people are found by the beginning of any name, and by a current role', async () => {
  expect(await people({ search: 'ås' })).toEqual(['Kari Ås Demo', 'Ola Åsen']);
  expect(await people({ search: 'ari' })).toEqual([]);
  expect(await people({ role: 'unit-leader' })).toEqual(['Kari Ås Demo']);
  expect(await people({ role: 'unit-leader', unitId: fjordvik })).toEqual([]);
  expect(await people({ serviceId: ppt })).toEqual(['Ola Åsen']);
});

test('addresses and telephone numbers are only shown to managers of the registry', async () => {
  await run(new SetPhone(kari, { phone: '912 34 567' }, context()));
  await registry.caughtUp();
  const readAs = (role: ActiveRole['role']) => queries().execute(new GetPerson(asker({ role }), kari));
  expect(await readAs('coordinator')).toMatchObject({ email: '12@demovik.example', phone: '91234567' });
  expect(await readAs('unit-leader')).not.toHaveProperty('email');
  expect(await readAs('unit-leader')).not.toHaveProperty('phone');
});

test('a person is returned with the names of the places of their roles', async () => {
  const { roles } = (await queries().execute(new GetPerson(asker({ role: 'teacher' }), ola))) as OnePerson;
  expect(roles.map(({ role, place }) => [role, place])).toContainEqual(['service-member', 'PPT']);
});

test('services, service units and the municipality are returned with their revisions', async () => {
  expect(await queries().execute(new ListServices(of, paging))).toMatchObject({ total: 1, items: [{ revision: '0' }] });
  expect(await queries().execute(new ListServiceUnits(of, paging))).toMatchObject({
    total: 1,
    items: [{ name: 'BFE' }],
  });
  expect(await queries().execute(new GetMunicipality(of, today))).toMatchObject({
    id: of,
    number: of,
    name: 'Demovik',
    calendars: [{ kind: 'school' }],
    revision: '1',
  });
});

test('an ended role is kept but no longer held', async () => {
  const { roles } = (await directory().people(of, [ola]))[0]!;
  const { roleId } = roles.find(({ role }) => role === 'service-member')!;
  await run(new EndRole(ola, roleId, { on: day('2026-11-21') }, context()));
  await registry.caughtUp();
  expect((await directory().people(of, [ola]))[0]!.roles).toHaveLength(2);
  expect(await people({ serviceId: ppt })).toEqual([]);
});

test('people of substitutions are those who are ever substitutes, and those in whose place they are', async () => {
  expect(await directory().peopleOfSubstitutions(of)).toEqual([]);
  const eva = await person('Eva Vikar');
  await person('Ida Utenom');
  const { roleId } = (await directory().people(of, [kari]))[0]!.roles[0]!;
  const body = { substituteId: eva, from: day('2027-01-04'), to: day('2027-01-29') };
  await run(new GiveSubstituteRole(kari, roleId, body, context()));
  await registry.caughtUp();
  const [first, second, ...more] = await directory().peopleOfSubstitutions(of);
  expect([first, second]).toEqual(await directory().people(of, [eva, kari]));
  expect(more).toEqual([]);
  expect(await directory().peopleOfSubstitutions('9902')).toEqual([]);
});

test('the tables equal a fresh fold of the log, byte for byte', async () => {
  expect((await registry.compare()).map(({ differences }) => differences)).toEqual([0, 0, 0, 0, 0]);
});
