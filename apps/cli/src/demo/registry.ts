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
import type { StepQueue } from './step-queue.js';
import type { RunsCommands } from './demo-world.js';
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

export const SYSTEM = 'system:demo';
const MORNING = '08:00' as TimeOfDay;

/** Plans all commands to the registry: at the beginning, each spring, and when people come and go. */
export function scheduleRegistry(steps: StepQueue, demoCommands: RunsCommands, roster: Roster): void {
  const { begins, people, units } = roster.organisation;
  steps.at(instantAt(begins, MORNING), 'registry', () => registerAll(demoCommands, roster));
  for (const year of roster.schoolYears.slice(1))
    steps.at(instantAt(`${year}-03-02` as CalendarDate, MORNING), 'registry', () => setCalendars(demoCommands, year));
  for (const person of people)
    for (const [i, role] of person.roles.entries()) {
      if (role.from > begins)
        steps.at(instantAt(addDays(role.from, -30), MORNING), person.key, () =>
          giveRole(demoCommands, roster, person, role, i),
        );
      if (role.to !== null)
        steps.at(instantAt(role.to, MORNING), person.key, async () => {
          await demoCommands.run(
            'person',
            roster.personId(person.key),
            {
              type: 'EndRole',
              roleId: roleIdOf(demoCommands, person, i),
              on: role.to!,
              heldByOthers: coordinatorsBeside(person, people),
            },
            roster.coordinator,
          );
        });
    }
  for (const { lastDay } of roster.organisation.cast.leavers) {
    const next = addDays(lastDay, 1);
    steps.at(instantAt(next, MORNING), 'registry', async () => {
      for (const unit of units) await assignServices(demoCommands, roster, unit, next);
    });
  }
}

/** Periods with other coordinators in the demo: the last one must not leave. */
export const coordinatorsBeside = (person: DemoPerson, people: readonly DemoPerson[]) =>
  people.filter((other) => other !== person).flatMap(({ roles }) => roles.filter(({ role }) => role === 'coordinator'));

/** The municipality with its first school calendars, and the unit of its services. */
export async function registerMunicipality(demoCommands: RunsCommands, roster: Roster): Promise<void> {
  await demoCommands.run(
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
  for (const step of ['details', 'settings'] as const)
    await demoCommands.run('municipality', DEMO_MUNICIPALITY, { type: 'ConfirmSetupStep', step }, SYSTEM);
  await setCalendars(demoCommands, roster.schoolYears[0]!);
  await demoCommands.run(
    'serviceunit',
    roster.serviceUnitId,
    { type: 'RegisterServiceUnit', serviceUnitId: roster.serviceUnitId, name: 'Barne- og familieenheten (BFE)' },
    SYSTEM,
  );
}

async function registerAll(demoCommands: RunsCommands, roster: Roster): Promise<void> {
  const { begins, people, units } = roster.organisation;
  await registerMunicipality(demoCommands, roster);
  await Promise.all(
    Object.keys(SERVICES).map((service) => registerService(demoCommands, roster, service as ServiceKey)),
  );
  await Promise.all(units.map((unit) => registerUnit(demoCommands, unit, begins)));
  await Promise.all(people.map((person) => registerPerson(demoCommands, roster, person)));
  await Promise.all(
    units.map(async (unit) => {
      await assignServices(demoCommands, roster, unit, begins);
      if (unit.host !== undefined) await joinHost(demoCommands, roster, unit, unit.host);
    }),
  );
}

/** The unit joins another one's meetings from the beginning. */
export const joinHost = (demoCommands: RunsCommands, roster: Roster, unit: Pick<DemoUnit, 'id'>, host: string) =>
  demoCommands.run(
    'unit',
    unit.id,
    {
      type: 'SetJointMeetingPlace',
      hostUnitId: host as UnitId,
      from: roster.organisation.begins,
      host: 'can-host',
      hostsOthers: false,
    },
    roster.coordinator,
  );

export async function setCalendars(demoCommands: RunsCommands, year: number): Promise<void> {
  for (const kind of ['school', 'kindergarten'] as const) {
    const { firstDay, lastDay, closed } = calendarOf(year, kind);
    const calendar = { schoolYear: year as SchoolYear, kind, firstDay, lastDay, closed: [...closed] };
    await demoCommands.run('municipality', DEMO_MUNICIPALITY, { type: 'SetSchoolCalendar', calendar }, SYSTEM);
  }
}

export async function registerService(demoCommands: RunsCommands, roster: Roster, key: ServiceKey): Promise<void> {
  const { name, kind, inBfe } = SERVICES[key];
  const serviceId = roster.serviceId(key);
  const details = { name, kind, serviceUnitId: inBfe ? roster.serviceUnitId : null };
  await demoCommands.run(
    'service',
    serviceId,
    { type: 'RegisterService', serviceId, details, serviceUnitIsOpen: true },
    SYSTEM,
  );
}

export async function registerUnit(demoCommands: RunsCommands, unit: DemoUnit, from: CalendarDate): Promise<void> {
  const { name, kind, ownership, children, area } = unit;
  await demoCommands.run(
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

export async function registerPerson(demoCommands: RunsCommands, roster: Roster, person: DemoPerson): Promise<void> {
  const personId = roster.personId(person.key);
  const { name, email, phone, title } = person;
  await demoCommands.run('person', personId, { type: 'RegisterPerson', personId, name, email, title }, SYSTEM);
  await demoCommands.run('person', personId, { type: 'SetPhone', phone }, SYSTEM);
  for (const [i, role] of person.roles.entries())
    if (role.from <= roster.organisation.begins) await giveRole(demoCommands, roster, person, role, i);
}

export async function giveRole(
  demoCommands: RunsCommands,
  roster: Roster,
  person: DemoPerson,
  role: DemoRole,
  i: number,
): Promise<void> {
  await demoCommands.run(
    'person',
    roster.personId(person.key),
    {
      type: 'GiveRole',
      roleId: roleIdOf(demoCommands, person, i),
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

export const roleIdOf = (demoCommands: RunsCommands, person: DemoPerson, i: number) =>
  demoCommands.id('role', person.key, i);

/**
 * Assigns the unit's services and standing participants from this day on. Repeating it with the same people changes
 * nothing.
 */
export async function assignServices(
  demoCommands: RunsCommands,
  roster: Roster,
  unit: DemoUnit,
  on: CalendarDate,
): Promise<void> {
  for (const { service, mustAttend } of roster.servicesOf(unit, on)) {
    const contactId = roster.contactOf(unit, service, on);
    const serviceId = roster.serviceId(service);
    await demoCommands.run(
      'unit',
      unit.id,
      { type: 'AssignService', serviceId, contactId, mustAttend, serviceIsOpen: true, contactIsActive: true },
      roster.coordinator,
    );
  }
  if (unit.exempt !== undefined || unit.host !== undefined) return;
  const participants = participantsOf(roster, unit, on);
  const active = new Set(participants.flatMap(({ personId, deputyId }) => [personId, ...(deputyId ? [deputyId] : [])]));
  await demoCommands.run(
    'unit',
    unit.id,
    { type: 'SetStandingParticipants', participants, active },
    roster.coordinator,
  );
}

/** The standing participants that are set for the unit on the day, with their deputies. */
export const participantsOf = (roster: Roster, unit: DemoUnit, on: CalendarDate) =>
  roster.seatsOf(unit, on).map(({ personId, serviceId }) => ({
    personId,
    deputyId: serviceId === null ? null : roster.colleagueOf(personId, unit, on).personId,
  }));

/** The day of which the units' services and standing participants are on a day: they are set again when people leave. */
export const assignedOn = ({ organisation }: Roster, day: CalendarDate): CalendarDate =>
  organisation.cast.leavers
    .map(({ lastDay }) => addDays(lastDay, 1))
    .filter((next) => next <= day)
    .reduce((latest, next) => (next > latest ? next : latest), organisation.begins);
