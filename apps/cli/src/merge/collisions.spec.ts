import { describe, expect, test } from '@jest/globals';
import { CalendarDate, MunicipalityNumber } from '#platform/kernel';
import {
  DEFAULT_DIGESTS,
  DEFAULT_SETTINGS,
  numbersAndNamesOf,
  type HeldRole,
  type MunicipalityDto,
  type PersonDto,
  type UnitDto,
} from '#registry/contract';
import { collisionsOf, type Decisions } from './collisions.js';
import type { MergerParty } from './merger-party.js';

const DAY = CalendarDate.parse('2020-01-01');
const UNIT = '974578247';

const named = (personId: string, name: string, email: string | null, roles: readonly HeldRole[] = []): PersonDto => ({
  personId,
  name,
  email,
  phone: null,
  title: null,
  roles,
});
const unit = (area: string | null = null): UnitDto => ({
  unitId: UNIT,
  name: 'Heggedal skole',
  kind: 'school',
  ownership: 'public',
  children: null,
  area,
  obligations: [],
  hosts: [],
  closures: [],
  services: [],
  standing: [],
});
const party = (
  id: string,
  name: string,
  has: Partial<MergerParty> = {},
  own: Partial<MunicipalityDto> = {},
): MergerParty => ({
  municipality: {
    id,
    kind: 'municipality',
    ...numbersAndNamesOf(MunicipalityNumber.parse(id), name),
    languageForm: 'nb',
    demo: false,
    settings: DEFAULT_SETTINGS,
    confirmed: [],
    formed: null,
    ...own,
  },
  units: [],
  people: [],
  services: [],
  serviceUnits: [],
  calendars: [],
  openActions: 0,
  meetings: { coming: 0, drafts: 0 },
  ...has,
});
const undecided: Decisions = { unitOf: new Map() };
const of = (asker: Partial<MergerParty>, royken: Partial<MergerParty>, decisions = undecided) =>
  collisionsOf([party('0220', 'Asker', asker), party('0627', 'Røyken', royken)], decisions, DAY);

test('municipalities that have nothing in common need no decision', () => {
  expect(of({}, {})).toEqual({ samePeople: [], done: [], open: [] });
});

describe('people', () => {
  test('with one mail address and one name become one, whatever the case of the letters', () => {
    const { samePeople, done, open } = of(
      { people: [named('a', 'Pia Psykolog', 'Pia@example.no')] },
      { people: [named('b', 'Pia  psykolog', 'pia@EXAMPLE.no')] },
    );
    expect(samePeople).toEqual([{ kept: 'a', replaced: 'b', tenant: '0627', name: 'Pia  psykolog' }]);
    expect(done).toEqual([
      'Pia Psykolog <pia@example.no> is in Asker and Røyken: becomes one person, with the roles of all.',
    ]);
    expect(open).toEqual([]);
  });

  test('with one mail address and different names are to be decided by a person', () => {
    const { samePeople, open } = of(
      { people: [named('a', 'Pia Psykolog', 'post@example.no')] },
      { people: [named('b', 'Per Lege', 'post@example.no')] },
    );
    expect(samePeople).toEqual([]);
    expect(open).toEqual([
      'The mail address post@example.no belongs to Pia Psykolog in Asker and Per Lege in Røyken. Correct it in the municipalities, so that one address is one person.',
    ]);
  });

  test('who have one mail address twice in one municipality are to be decided by a person', () => {
    const twice = [named('a', 'Pia', 'pia@example.no'), named('c', 'Pia', 'pia@example.no')];
    expect(of({ people: twice }, { people: [named('b', 'Pia', 'pia@example.no')] }).open).toHaveLength(1);
  });

  test('of one name without one mail address stay different', () => {
    const { samePeople, done } = of({ people: [named('a', 'Kari', null)] }, { people: [named('b', 'Kari', null)] });
    expect(samePeople).toEqual([]);
    expect(done).toEqual(['Kari is in Asker and Røyken, without the same mail address: stay different people.']);
  });

  test('who are coordinators stay so', () => {
    const role: HeldRole = {
      roleId: 'r',
      role: 'coordinator',
      unitId: null,
      serviceId: null,
      serviceUnitId: null,
      from: DAY,
      to: null,
    };
    expect(
      of({ people: [named('a', 'Kari', null, [role])] }, { people: [named('b', 'Ola', null, [role])] }).done,
    ).toEqual(['Kari and Ola stay coordinators, now of the whole municipality.']);
  });
});

test('a unit that both have registered is to be decided, until somebody says whose it is', () => {
  expect(of({ units: [unit()] }, { units: [unit()] }).open).toEqual([
    `The unit ${UNIT} is registered in Asker and Røyken. Say whose details count: --unit-of ${UNIT}=0220 or --unit-of ${UNIT}=0627`,
  ]);
  expect(of({ units: [unit()] }, { units: [unit()] }, { unitOf: new Map([[UNIT, '0627']]) }).open).toEqual([]);
  expect(of({ units: [unit()] }, { units: [unit()] }, { unitOf: new Map([[UNIT, '0301']]) }).open).toHaveLength(1);
});

test('services and areas of one name are named', () => {
  const service = (serviceId: string) => [
    { serviceId, name: 'PPT', kind: 'ppt', serviceUnitId: null, meetingsPerWeek: null, closures: [] },
  ];
  expect(
    of(
      { services: service('a'), units: [unit('Sentrum')] },
      { services: service('b'), units: [{ ...unit('sentrum'), unitId: 'b' }] },
    ).done,
  ).toEqual([
    '2 services are called PPT (Asker and Røyken): stay apart. Rename them afterwards.',
    'The area Sentrum is in Asker and Røyken: becomes one area.',
  ]);
});

describe('settings that differ', () => {
  const parties = [
    party('0220', 'Asker'),
    party('0627', 'Røyken', {}, { settings: { ...DEFAULT_SETTINGS, filingWorkingDays: 9 }, languageForm: 'nn' }),
  ];

  test('are to be decided, with their names', () => {
    expect(collisionsOf(parties, undecided, DAY).open).toEqual([
      'The settings differ: filingWorkingDays, form of Norwegian. Say whose the new municipality gets: --settings-of 0220 (Asker) or --settings-of 0627 (Røyken)',
    ]);
  });

  test('are to be decided where only one municipality has decided on digests', () => {
    const asker = party('0220', 'Asker');
    const royken = party('0627', 'Røyken', {}, { settings: { ...DEFAULT_SETTINGS, digests: DEFAULT_DIGESTS } });
    const openOf = (...both: MergerParty[]) => collisionsOf(both, undecided, DAY).open.join();
    expect(openOf(asker, royken)).toContain('The settings differ: digests.');
    expect(openOf(royken, asker)).toContain('The settings differ: digests.');
  });

  test('are those that were chosen', () => {
    const { open, done } = collisionsOf(parties, { ...undecided, settingsOf: '0627' }, DAY);
    expect(open).toEqual([]);
    expect(done).toEqual([
      'The settings and school calendars of Røyken are taken, also for figures of earlier months.',
    ]);
  });

  test('do not matter where demo data would be mixed with other data: that is refused', () => {
    const mixed = [party('0220', 'Asker'), party('9901', 'Demovik', {}, { demo: true })];
    expect(collisionsOf(mixed, { ...undecided, settingsOf: '0220' }, DAY).open).toEqual([
      'Some of the municipalities are marked as demo data and others are not. They cannot be merged.',
    ]);
  });
});
