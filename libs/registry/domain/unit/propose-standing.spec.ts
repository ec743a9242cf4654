import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CalendarDate, isRefused, PersonId, stableId } from '#platform/kernel';
import { isActive, type Closures, type HeldRole, type UnitDto } from '../../contract/index.js';
import type { Role } from '#platform/identity';
import { isAmongTables, proposeStanding, type RegistryOfTables } from './propose-standing.js';
import { unit } from './unit.decider.js';
import { registered } from './unit.examples.js';

const today = CalendarDate.parse('2026-11-22');
const day = (text: string) => CalendarDate.parse(text);

interface Place {
  readonly unitId?: string;
  readonly serviceId?: string;
}
const role = (what: Role, place: Place, from = '2026-08-01', to: string | null = null): HeldRole => ({
  roleId: stableId(what, JSON.stringify(place), from),
  role: what,
  unitId: null,
  serviceId: null,
  serviceUnitId: null,
  ...place,
  from: day(from),
  to: to === null ? null : day(to),
});
const person = (personId: string, ...roles: readonly HeldRole[]) => ({ personId, roles });
const service = (serviceId: string, closures: Closures = []) => ({ serviceId, closures });
const serves = (serviceId: string, contactId: string | null, mustAttend = true) => ({
  serviceId,
  contactId,
  mustAttend,
});
const at = (services: UnitDto['services'], standing: UnitDto['standing'] = []) => ({ unitId: 'u', services, standing });
const leader = person('leader', role('unit-leader', { unitId: 'u' }));
const member = (personId: string, serviceId = 'ppt') => person(personId, role('service-member', { serviceId }));

const proposal = (registry: Partial<RegistryOfTables>) => {
  const [table] = proposeStanding({ units: [at([])], services: [], people: [], ...registry }, today);
  return {
    people: table!.participants.map(({ personId, deputyId }) => (deputyId ? `${personId}/${deputyId}` : personId)),
    lacking: table!.lacking.map(({ reason, serviceId }) => serviceId ?? reason),
    isSet: table!.isSet,
  };
};

test('who leads the unit comes first, then who leads its meetings', () => {
  const people = [person('chair', role('meeting-chair', { unitId: 'u' })), leader];
  expect(proposal({ people })).toEqual({ people: ['leader', 'chair'], lacking: [], isSet: false });
});

test('one who leads the unit and its meetings is proposed once, for both reasons', () => {
  const both = person('both', role('meeting-chair', { unitId: 'u' }), role('unit-leader', { unitId: 'u' }));
  const [table] = proposeStanding({ units: [at([])], services: [], people: [both] }, today);
  expect(table!.participants).toEqual([
    {
      personId: 'both',
      deputyId: null,
      reasons: [
        { reason: 'unit-leader', serviceId: null },
        { reason: 'meeting-chair', serviceId: null },
      ],
    },
  ]);
});

test('a unit without a leader lacks one', () => {
  expect(proposal({})).toMatchObject({ people: [], lacking: ['unit-leader'] });
});

test('a leader of another unit, one who has left, and one who begins later are not proposed', () => {
  const people = [
    person('elsewhere', role('unit-leader', { unitId: 'v' })),
    person('left', role('unit-leader', { unitId: 'u' }, '2026-08-01', '2026-11-21')),
    person('later', role('unit-leader', { unitId: 'u' }, '2026-11-23')),
  ];
  expect(proposal({ people })).toMatchObject({ people: [], lacking: ['unit-leader'] });
});

test('the contact of a service that must attend is proposed, in the order of the services', () => {
  const units = [at([serves('nurses', 'nora'), serves('ppt', 'pia')])];
  const people = [leader, member('nora', 'nurses'), member('pia')];
  expect(proposal({ units, people, services: [service('ppt'), service('nurses')] }).people).toEqual([
    'leader',
    'pia',
    'nora',
  ]);
});

test('a service that attends when needed is not proposed, and nothing is lacking', () => {
  const units = [at([serves('ppt', 'pia', false)])];
  expect(proposal({ units, people: [leader, member('pia')], services: [service('ppt')] })).toMatchObject({
    people: ['leader'],
    lacking: [],
  });
});

test('the only other member of the service is the deputy of its contact', () => {
  const units = [at([serves('ppt', 'pia')])];
  expect(
    proposal({ units, people: [leader, member('pia'), member('per')], services: [service('ppt')] }).people,
  ).toEqual(['leader', 'pia/per']);
});

test('of several other members none is chosen as deputy', () => {
  const units = [at([serves('ppt', 'pia')])];
  const people = [leader, member('pia'), member('per'), member('pål')];
  expect(proposal({ units, people, services: [service('ppt')] }).people).toEqual(['leader', 'pia']);
});

test('a service without a contact is represented by its only member', () => {
  const units = [at([serves('ppt', null)])];
  expect(proposal({ units, people: [leader, member('pia')], services: [service('ppt')] })).toMatchObject({
    people: ['leader', 'pia'],
    lacking: [],
  });
});

test('a contact who has left counts as none: of several members nobody is chosen, and the service is lacking', () => {
  const units = [at([serves('ppt', 'gone')])];
  const gone = person('gone', role('service-member', { serviceId: 'ppt' }, '2026-08-01', '2026-10-01'));
  const people = [leader, gone, member('pia'), member('per')];
  expect(proposal({ units, people, services: [service('ppt')] })).toMatchObject({
    people: ['leader'],
    lacking: ['ppt'],
  });
});

test('a closed service is not represented', () => {
  const units = [at([serves('ppt', 'pia')])];
  const closed = service('ppt', [{ lastDay: day('2026-11-21'), reopens: null, reason: null }]);
  expect(proposal({ units, people: [leader, member('pia')], services: [closed] })).toMatchObject({
    people: ['leader'],
    lacking: [],
  });
});

test('a unit that has standing participants is left as it is', () => {
  const units = [at([serves('ppt', null)], [{ personId: 'anyone', deputyId: null }])];
  expect(proposal({ units, people: [leader], services: [service('ppt')] })).toEqual({
    people: [],
    lacking: [],
    isSet: true,
  });
});

test('a unit that is not obliged to meet, or meets at another, is not among them unless it has standing participants', () => {
  const obliged = {
    obligations: [{ from: day('2020-08-01'), obliged: true, reason: null }],
    hosts: [],
    closures: [],
    standing: [],
  };
  const exempt = { ...obliged, obligations: [{ from: day('2020-08-01'), obliged: false, reason: 'open' }] };
  const guest = { ...obliged, hosts: [{ from: day('2026-08-01'), hostUnitId: 'host' }] };
  const later = { ...obliged, obligations: [{ from: day('2027-08-01'), obliged: true, reason: null }] };
  const among = [obliged, later, exempt, guest].map((unit) => isAmongTables(unit, today));
  expect(among).toEqual([true, true, false, false]);
  const standing = [{ personId: 'anyone', deputyId: null }];
  expect([exempt, guest].map((unit) => isAmongTables({ ...unit, standing }, today))).toEqual([true, true]);
});

const ID = fc.constantFrom(...Array.from({ length: 6 }, (_, i) => PersonId.parse(stableId('person', i))));
const DAY = fc.constantFrom('2026-08-01', '2026-11-21', '2026-11-22', '2026-11-23', '2027-06-30');
const SERVICE = fc.constantFrom('ppt', 'nurses', 'midwife');
const ROLE = fc.oneof(
  fc.tuple(fc.constantFrom<Role>('unit-leader', 'meeting-chair', 'teacher'), fc.record({ unitId: fc.constant('u') })),
  fc.tuple(fc.constant<Role>('service-member'), fc.record({ serviceId: SERVICE })),
);
const PERSON = fc
  .tuple(ID, fc.array(fc.tuple(ROLE, DAY, fc.option(DAY)), { maxLength: 3 }))
  .map(([id, roles]) => person(id, ...roles.map(([[what, place], from, to]) => role(what, place, from, to))));
const REGISTRY = fc.record({
  people: fc.uniqueArray(PERSON, { selector: ({ personId }) => personId }),
  serving: fc.uniqueArray(fc.tuple(SERVICE, fc.option(ID), fc.boolean()), { selector: ([id]) => id }),
});

test('every proposal is a list that the unit accepts, and every service that must attend is represented or lacking', () => {
  fc.assert(
    fc.property(REGISTRY, ({ people, serving }) => {
      const services = ['ppt', 'nurses', 'midwife'].map((id) => service(id));
      const units = [at(serving.map(([id, contact, must]) => serves(id, contact, must)))];
      const [table] = proposeStanding({ units, services, people }, today);
      const { participants, lacking } = table!;
      const active = new Set(people.filter((it) => isActive(it, today)).map(({ personId }) => personId));
      const seats = participants.map(({ personId, deputyId }) => ({
        personId: PersonId.parse(personId),
        deputyId: deputyId === null ? null : PersonId.parse(deputyId),
      }));
      const state = unit.evolve(unit.initialState, registered());
      const command = { type: 'SetStandingParticipants', participants: seats, active, today } as const;
      expect(isRefused(unit.decide(command, state))).toBe(false);
      const told = [...participants.flatMap(({ reasons }) => reasons), ...lacking].flatMap((it) => it.serviceId ?? []);
      expect(told.toSorted()).toEqual(serving.flatMap(([id, , must]) => (must ? id : [])).toSorted());
    }),
    { seed: 15, numRuns: 500 },
  );
});
