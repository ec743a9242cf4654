import { DEFAULT_SETTINGS } from '#registry/contract';
import {
  addDays,
  instantAt,
  type CalendarDate,
  type MunicipalityNumber,
  type SchoolYear,
  type TimeOfDay,
  type UnitId,
} from '#platform/kernel';
import { calendarOf } from './calendar.js';
import type { Chronicle } from './chronicle.js';
import type { Hands } from './hands.js';
import {
  DEMO_MUNICIPALITY,
  UNFINISHED_NAME,
  SERVICES,
  type DemoPerson,
  type DemoRole,
  type DemoUnit,
  type ServiceKey,
} from './organisation.js';
import type { Roster } from './roster.js';

const SYSTEM = 'system:demo';
const MORNING = '08:00' as TimeOfDay;

/** Plans all commands to the registry: at the beginning, each spring, and when people come and go. */
export function foreseeRegistry(chronicle: Chronicle, hands: Hands, roster: Roster): void {
  const { begins, people, units } = roster.organisation;
  chronicle.at(instantAt(begins, MORNING), 'registry', () => registerAll(hands, roster));
  for (const year of roster.schoolYears.slice(1))
    chronicle.at(instantAt(`${year}-03-02` as CalendarDate, MORNING), 'registry', () => setCalendars(hands, year));
  for (const person of people)
    for (const [i, role] of person.roles.entries()) {
      if (role.from > begins)
        chronicle.at(instantAt(addDays(role.from, -30), MORNING), person.key, () =>
          giveRole(hands, roster, person, role, i),
        );
      if (role.to !== null)
        chronicle.at(instantAt(role.to, MORNING), person.key, async () => {
          await hands.run(
            'person',
            roster.personId(person.key),
            {
              type: 'EndRole',
              roleId: roleIdOf(hands, person, i),
              on: role.to!,
              heldByOthers: coordinatorsBeside(person, people),
            },
            roster.coordinator,
          );
        });
    }
  for (const { lastDay } of roster.organisation.cast.leavers) {
    const next = addDays(lastDay, 1);
    chronicle.at(instantAt(next, MORNING), 'registry', async () => {
      for (const unit of units) await assignServices(hands, roster, unit, next);
    });
  }
}

/** Periods with other coordinators in the demo: the last one must not leave. */
const coordinatorsBeside = (person: DemoPerson, people: readonly DemoPerson[]) =>
  people.filter((other) => other !== person).flatMap(({ roles }) => roles.filter(({ role }) => role === 'coordinator'));

async function registerAll(hands: Hands, roster: Roster): Promise<void> {
  const { begins, people, units } = roster.organisation;
  await hands.run(
    'municipality',
    DEMO_MUNICIPALITY,
    {
      type: 'RegisterMunicipality',
      number: DEMO_MUNICIPALITY as MunicipalityNumber,
      name: UNFINISHED_NAME,
      languageForm: 'nb',
      demo: true,
      settings: DEFAULT_SETTINGS,
    },
    SYSTEM,
  );
  await setCalendars(hands, roster.schoolYears[0]!);
  await hands.run(
    'serviceunit',
    roster.serviceUnitId,
    { type: 'RegisterServiceUnit', serviceUnitId: roster.serviceUnitId, name: 'Barne- og familieenheten (BFE)' },
    SYSTEM,
  );
  await Promise.all(Object.keys(SERVICES).map((service) => registerService(hands, roster, service as ServiceKey)));
  await Promise.all(units.map((unit) => registerUnit(hands, unit, begins)));
  await Promise.all(people.map((person) => registerPerson(hands, roster, person)));
  await Promise.all(
    units.map(async (unit) => {
      await assignServices(hands, roster, unit, begins);
      if (unit.host !== undefined)
        await hands.run(
          'unit',
          unit.id,
          {
            type: 'SetJointMeetingPlace',
            hostUnitId: unit.host as UnitId,
            from: begins,
            host: 'can-host',
            hostsOthers: false,
          },
          roster.coordinator,
        );
    }),
  );
}

async function setCalendars(hands: Hands, year: number): Promise<void> {
  for (const kind of ['school', 'kindergarten'] as const) {
    const { firstDay, lastDay, closed } = calendarOf(year, kind);
    const calendar = { schoolYear: year as SchoolYear, kind, firstDay, lastDay, closed: [...closed] };
    await hands.run('municipality', DEMO_MUNICIPALITY, { type: 'SetSchoolCalendar', calendar }, SYSTEM);
  }
}

async function registerService(hands: Hands, roster: Roster, key: ServiceKey): Promise<void> {
  const { name, kind, inBfe } = SERVICES[key];
  const serviceId = roster.serviceId(key);
  const details = { name, kind, serviceUnitId: inBfe ? roster.serviceUnitId : null };
  await hands.run(
    'service',
    serviceId,
    { type: 'RegisterService', serviceId, details, serviceUnitIsOpen: true },
    SYSTEM,
  );
}

async function registerUnit(hands: Hands, unit: DemoUnit, from: CalendarDate): Promise<void> {
  const { name, kind, ownership, children, area } = unit;
  await hands.run(
    'unit',
    unit.id,
    {
      type: 'RegisterUnit',
      unitId: unit.id as UnitId,
      details: { name, kind, ownership, children, area },
      obligation: { obliged: unit.exempt === undefined, reason: unit.exempt ?? null },
      from,
      municipalityIsRegistered: true,
    },
    SYSTEM,
  );
}

async function registerPerson(hands: Hands, roster: Roster, person: DemoPerson): Promise<void> {
  const personId = roster.personId(person.key);
  const { name, email, phone, title } = person;
  await hands.run('person', personId, { type: 'RegisterPerson', personId, name, email, title }, SYSTEM);
  await hands.run('person', personId, { type: 'SetPhone', phone }, SYSTEM);
  for (const [i, role] of person.roles.entries())
    if (role.from <= roster.organisation.begins) await giveRole(hands, roster, person, role, i);
}

async function giveRole(hands: Hands, roster: Roster, person: DemoPerson, role: DemoRole, i: number): Promise<void> {
  await hands.run(
    'person',
    roster.personId(person.key),
    {
      type: 'GiveRole',
      roleId: roleIdOf(hands, person, i),
      role: role.role,
      unitId: (role.unit ?? null) as UnitId | null,
      serviceId: role.service === undefined ? null : roster.serviceId(role.service),
      serviceUnitId: role.serviceUnit ? roster.serviceUnitId : null,
      from: role.from,
      to: null,
      placeIsOpen: true,
    },
    SYSTEM,
  );
}

const roleIdOf = (hands: Hands, person: DemoPerson, i: number) => hands.id('role', person.key, i);

/**
 * Assigns the unit's services and standing participants from this day on. Repeating it with the same people changes
 * nothing.
 */
async function assignServices(hands: Hands, roster: Roster, unit: DemoUnit, on: CalendarDate): Promise<void> {
  for (const { service, mustAttend } of unit.services) {
    const contactId = roster.contactOf(unit, service, on);
    const serviceId = roster.serviceId(service);
    await hands.run(
      'unit',
      unit.id,
      { type: 'AssignService', serviceId, contactId, mustAttend, serviceIsOpen: true, contactIsActive: true },
      roster.coordinator,
    );
  }
  if (unit.exempt !== undefined || unit.host !== undefined) return;
  const participants = roster.seatsOf(unit, on).map(({ personId, serviceId }) => ({
    personId,
    deputyId: serviceId === null ? null : roster.colleagueOf(personId, unit, on).personId,
  }));
  const active = new Set(participants.flatMap(({ personId, deputyId }) => [personId, ...(deputyId ? [deputyId] : [])]));
  await hands.run('unit', unit.id, { type: 'SetStandingParticipants', participants, active }, roster.coordinator);
}
