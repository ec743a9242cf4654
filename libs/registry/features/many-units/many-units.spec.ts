import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { QueryBus, type Command } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { CalendarDate, isRefused, PersonId, ServiceId, UnitId } from '#platform/kernel';
import { openRegistryDatabase, type RegistryDatabase } from '../../registry-database.examples.js';
import { contextOf, importer, today } from '../../registry.examples.js';
import { ProposeStandingParticipants } from '../../read-models/standing-proposal/standing-proposal.query.js';
import { ListUnits } from '../../read-models/unit-register/unit-register.query.js';
import { GiveRole, type GiveRoleBody } from '../give-role.js';
import { inventedFile } from '../import-units/public-registers.examples.js';
import { UnitImport } from '../import-units/unit-import.js';
import { Leave } from '../leave.js';
import { RegisterPerson } from '../register-person.js';
import { RegisterService } from '../register-service.js';
import { decidedUnitsAnswer } from './run-for-units.js';
import { SetServiceUnits, type SetServiceUnitsBody } from './set-service-units.js';
import { SetStandingOfUnits } from './set-standing-of-units.js';

// Decisions of the coordinator for many units at once, on a real database.

jest.setTimeout(60_000);

const of = '9901';
let registry: RegistryDatabase;
let ppt: ServiceId;
let pia: PersonId;

const ids = { next: 0 };
const context = () => contextOf(`command ${(ids.next += 1)}`, of);
const run = async (command: Command<unknown>): Promise<string> => {
  const outcome = await registry.commands.execute<typeof command, { id: string }>(command);
  if (isRefused(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.id;
};
const asker: Asker = { personId: 'anyone', tenant: of, roles: [{ role: 'coordinator' }], today, language: 'nb' };
const ask = () => registry.module.get(QueryBus).execute(new ProposeStandingParticipants(asker));
const allUnits = async () =>
  (await registry.module.get(QueryBus).execute(new ListUnits({ page: 1, size: 200 }, asker))).items;
const seats = (participants: readonly { personId: string; deputyId: string | null }[]) =>
  participants.map(({ personId, deputyId }) => ({
    personId: PersonId.parse(personId),
    deputyId: deputyId === null ? null : PersonId.parse(deputyId),
  }));

async function person(name: string, role: Partial<GiveRoleBody>): Promise<PersonId> {
  const personId = PersonId.parse(await run(new RegisterPerson({ name, email: null, title: null }, context())));
  const nowhere = { unitId: null, serviceId: null, serviceUnitId: null, to: null };
  const given = { ...nowhere, role: 'teacher' as const, from: CalendarDate.parse('2026-08-01'), ...role };
  await run(new GiveRole(personId, given, context()));
  return personId;
}

beforeAll(async () => {
  registry = await openRegistryDatabase();
  await registry.module.get(UnitImport).run([inventedFile('units.json')], { registerMunicipalities: true }, importer);
  ppt = ServiceId.parse(await run(new RegisterService({ name: 'PPT', kind: 'ppt', serviceUnitId: null }, context())));
  pia = await person('Pia Berg', { role: 'service-member', serviceId: ppt });
  await registry.caughtUp();
});
afterAll(() => registry.close());

test('one request lets a service serve many units; a unit that has changed since is refused by itself', async () => {
  const before = await allUnits();
  const [changed] = before;
  const serves = { contactId: pia, mustAttend: true };
  const all: SetServiceUnitsBody['units'] = before.map(({ unitId, revision }) => ({
    unitId: UnitId.parse(unitId),
    revision,
    serves,
  }));
  const other = {
    unitId: UnitId.parse(changed!.unitId),
    revision: changed!.revision,
    serves: { ...serves, contactId: null },
  };
  await registry.commands.execute(new SetServiceUnits(ppt, { units: [other] }, context(), today));
  const request = context();
  const done = await registry.commands.execute(new SetServiceUnits(ppt, { units: all }, request, today));
  const answer = decidedUnitsAnswer(done, 'nb');
  expect(answer.units).toBe(before.length - 1);
  expect(answer.notDecided.map(({ unitId, rules }) => [unitId, rules.map(({ rule }) => rule)])).toEqual([
    [changed!.unitId, ['CHANGED_SINCE_READ']],
  ]);

  // The same request again, as after a lost answer, writes nothing twice.
  const written = (await registry.events()).length;
  const again = await registry.commands.execute(new SetServiceUnits(ppt, { units: all }, request, today));
  expect(decidedUnitsAnswer(again, 'nb')).toEqual(answer);
  expect((await registry.events()).length).toBe(written);

  await registry.caughtUp();
  const assigned = (await allUnits()).filter(({ services }) => services.some(({ contactId }) => contactId === pia));
  expect(assigned).toHaveLength(before.length - 1);
});

test('a unit that is listed twice is refused the second time', async () => {
  const [first] = await allUnits();
  const { unitId: id, revision } = first!;
  const unitId = UnitId.parse(id);
  const twice = [
    { unitId, revision, serves: { contactId: null, mustAttend: false } },
    { unitId, revision, serves: { contactId: null, mustAttend: true } },
  ];
  const done = await registry.commands.execute(new SetServiceUnits(ppt, { units: twice }, context(), today));
  expect(done.filter(({ outcome }) => isRefused(outcome))).toHaveLength(1);
  await registry.caughtUp();
});

test('the proposal is accepted for many units; begun again after half of them, it proposes only the rest', async () => {
  const leader = await person('Lise Leder', {
    role: 'unit-leader',
    unitId: UnitId.parse((await allUnits())[0]!.unitId),
  });
  await registry.caughtUp();
  const { units, leftOut } = await ask();
  expect(units.length).toBeGreaterThan(3);
  // The open kindergarten and the one in private homes are exempt by their kind.
  const exempt = (await allUnits()).filter(({ name }) => /åpen|familiebarnehage/.test(name));
  expect([leftOut, exempt.length]).toEqual([2, 2]);
  expect(units.filter(({ unitId }) => exempt.some((it) => it.unitId === unitId))).toEqual([]);
  expect(units[0]!.participants.map(({ personId }) => personId)).toContain(leader);
  const accepted = units.map(({ unitId, revision, participants }) => ({
    unitId: UnitId.parse(unitId),
    revision,
    participants: seats(participants),
  }));
  const half = accepted.slice(0, Math.ceil(accepted.length / 2));
  const first = await registry.commands.execute(new SetStandingOfUnits({ units: half }, context(), today));
  expect(decidedUnitsAnswer(first, 'nb')).toMatchObject({ units: half.length, notDecided: [] });
  await registry.caughtUp();

  const rest = (await ask()).units;
  const setNow = rest.filter(({ isSet }) => isSet).map(({ unitId }) => unitId as UnitId);
  expect(setNow).toEqual(half.filter(({ participants }) => participants.length > 0).map(({ unitId }) => unitId));
  const shown = rest.find(({ unitId }) => unitId === half[0]!.unitId)!;
  expect(seats(shown.participants)).toEqual(half[0]!.participants);

  // The old page, still open elsewhere, cannot overwrite what has been set meanwhile.
  const taken = { ...half[0]!, participants: [] };
  const late = await registry.commands.execute(new SetStandingOfUnits({ units: [taken] }, context(), today));
  expect(decidedUnitsAnswer(late, 'nn').notDecided).toHaveLength(1);
});

test('a person without a role is refused at that unit, and the other units are set', async () => {
  const stranger = PersonId.parse(
    await run(new RegisterPerson({ name: 'Uten Rolle', email: null, title: null }, context())),
  );
  await registry.caughtUp();
  const [one, two] = (await ask()).units.filter(({ isSet }) => !isSet);
  const units = [one!, two!].map(({ unitId, revision }, at) => ({
    unitId: UnitId.parse(unitId),
    revision,
    participants: [{ personId: at === 0 ? stranger : pia, deputyId: null }],
  }));
  const done = await registry.commands.execute(new SetStandingOfUnits({ units }, context(), today));
  const answer = decidedUnitsAnswer(done, 'nb');
  expect(answer.units).toBe(1);
  expect(answer.notDecided.map(({ unitId, rules }) => [unitId, rules[0]!.rule])).toEqual([
    [one!.unitId, 'PERSON_NOT_ACTIVE'],
  ]);
});

test('of two coordinators who leave at the same time one is refused, and stays', async () => {
  const both = [
    await person('Kai Koordinator', { role: 'coordinator' }),
    await person('Kari Koordinator', { role: 'coordinator' }),
  ];
  await registry.caughtUp();
  const on = CalendarDate.parse('2026-12-31');
  const outcomes = await Promise.all(
    both.map((personId) => registry.commands.execute(new Leave(personId, { on }, context()))),
  );
  const refused = outcomes.filter((outcome) => isRefused(outcome));
  expect(refused).toEqual([{ refused: [{ rule: 'LAST_COORDINATOR', at: 'on' }] }]);
});
