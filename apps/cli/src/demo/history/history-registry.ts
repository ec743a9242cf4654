import {
  addDays,
  daysBetween,
  instantAt,
  type CalendarDate,
  type PersonId,
  type SchoolYear,
  type TimeOfDay,
} from '#platform/kernel';
import { DEFAULT_DIGESTS, DEFAULT_SETTINGS, type Settings } from '#registry/contract';
import { scheduleHandover } from '../actions.js';
import { type World } from '../demo-world.js';
import { DEMO_MUNICIPALITY, SERVICES } from '../organisation.js';
import type { DemoPerson, ServiceKey } from '../people.js';
import {
  assignServices,
  coordinatorsBeside,
  giveRole,
  joinHost,
  registerMunicipality,
  registerPerson,
  registerService,
  registerUnit,
  roleIdOf,
  setCalendars,
  SYSTEM,
} from '../registry.js';
import { changeDays } from './history-organisation.js';
import type { HistoryRoster } from './history-roster.js';
import type { HistoryUnit } from './history-units.js';

const LANE = 'registry';
/** Days from a new unit's registration, or a closure's announcement, until its day. */
const AHEAD = 60;
/** One role in this many is ended in the register some days after its last day. */
const ENDED_LATE_EVERY = 5;
const LATE_DAYS = 9;

/** The world of a history, whose roster knows posts and periods. */
export type HistoryWorld = Omit<World, 'roster'> & { readonly roster: HistoryRoster };

/** Plans every change of the register: units, people, services, settings, school calendars, numbers of children. */
export function scheduleHistoryRegistry(world: HistoryWorld): void {
  const { begins, people, units } = world.roster.organisation;
  at(world, begins, () => registerAll(world));
  for (const year of world.roster.schoolYears.slice(1))
    at(world, `${year}-03-02` as CalendarDate, () => setCalendars(world.demoCommands, year));
  for (const [day, settings] of settingsOver(begins, world.asOf))
    at(world, day, () =>
      world.demoCommands.run('municipality', DEMO_MUNICIPALITY, { type: 'ChangeSettings', settings }, SYSTEM),
    );
  for (const [i, person] of people.entries()) scheduleRole(world, person, i);
  for (const [i, unit] of units.entries()) scheduleUnit(world, unit, i);
}

/** Plans a change on the day, not before the beginning of the history. */
function at({ steps, roster }: HistoryWorld, day: CalendarDate, happening: () => Promise<void>): void {
  const { begins } = roster.organisation;
  steps.at(instantAt(day < begins ? begins : day, '08:00' as TimeOfDay), LANE, happening);
}

/** After a while protocols are due a day earlier; later, effects are judged sooner, and digests are decided on. */
function settingsOver(begins: CalendarDate, asOf: CalendarDate): readonly (readonly [CalendarDate, Settings])[] {
  const after = (share: number) => addDays(begins, Math.floor(daysBetween(begins, asOf) * share));
  const sooner: Settings = {
    ...DEFAULT_SETTINGS,
    filingWorkingDays: 4,
    reminderWorkingDays: { reminder: 2, alert: 5, coordinator: 9 },
  };
  return [
    [after(0.45), sooner],
    [after(0.75), { ...sooner, effectJudgedWithinDays: 45, digests: DEFAULT_DIGESTS }],
  ];
}

async function registerAll(world: HistoryWorld): Promise<void> {
  const { demoCommands, roster } = world;
  const { begins, people, units } = roster.organisation;
  await registerMunicipality(demoCommands, roster);
  for (const service of Object.keys(SERVICES) as ServiceKey[]) await registerService(demoCommands, roster, service);
  const first = units.filter(({ opens }) => opens === undefined);
  for (const unit of first) await registerUnit(demoCommands, unit, begins);
  for (const person of people)
    if (person.roles.some(({ from }) => from <= begins)) await registerPerson(demoCommands, roster, person);
  for (const unit of first) await assignServices(demoCommands, roster, unit, begins);
  for (const unit of first) if (unit.host !== undefined) await joinHost(demoCommands, roster, unit, unit.host);
}

/** A person is registered before the role begins, and leaves with it; most open actions are then offered to others. */
function scheduleRole(world: HistoryWorld, person: DemoPerson, i: number): void {
  const { demoCommands, roster } = world;
  const { begins, people } = roster.organisation;
  const role = person.roles[0]!;
  if (role.from > begins) {
    at(world, addDays(role.from, -30), async () => {
      await registerPerson(demoCommands, roster, person);
      await giveRole(demoCommands, roster, person, role, 0);
    });
  }
  if (role.to === null) return;
  const { to } = role;
  at(world, i % ENDED_LATE_EVERY === 2 ? addDays(to, LATE_DAYS) : to, () =>
    demoCommands.run(
      'person',
      roster.personId(person.key),
      {
        type: 'EndRole',
        roleId: roleIdOf(demoCommands, person, 0),
        on: to,
        heldByOthers: coordinatorsBeside(person, people),
      },
      roster.coordinator,
    ),
  );
  at(world, addDays(to, 5), async () => offerActionsOf(world, roster.personId(person.key), addDays(to, 5)));
}

function offerActionsOf(world: HistoryWorld, ownerId: PersonId, day: CalendarDate): void {
  for (const action of [...world.actions.values()].flat()) {
    if (action.ownerId !== ownerId || action.status !== 'open') continue;
    const random = world.random.for('left', action.actionId);
    if (random.chance(0.8)) scheduleHandover(world, action, addDays(day, random.between(0, 30)), random);
  }
}

function scheduleUnit(world: HistoryWorld, unit: HistoryUnit, i: number): void {
  const { demoCommands, roster, asOf } = world;
  const { begins } = roster.organisation;
  const { opens, closes, notObligedFrom } = unit;
  if (opens !== undefined) {
    at(world, addDays(opens, -AHEAD), () => registerUnit(demoCommands, unit, opens));
    at(world, opens, () => assignServices(demoCommands, roster, unit, opens));
  }
  for (const day of changeDays(roster.organisation, unit))
    if (closes === undefined || day < closes) at(world, day, () => changeServices(world, unit, day));
  if (closes !== undefined) {
    at(world, addDays(closes, -AHEAD), () =>
      run(world, unit, { type: 'CloseUnit', on: closes, reason: 'Enheten slås sammen med naboenheten' }),
    );
    at(world, closes, () => endActionsOf(world, unit, closes));
  }
  if (notObligedFrom !== undefined)
    at(world, addDays(notObligedFrom, -40), () =>
      run(world, unit, {
        type: 'ChangeObligation',
        obliged: false,
        reason: 'Deltar i møtene til ungdomstrinnet i nabokommunen',
        from: notObligedFrom,
      }),
    );
  for (const year of roster.schoolYears) {
    const day = addDays(`${year}-10-01` as CalendarDate, i % 20);
    if (day <= (opens ?? begins) || (closes !== undefined && day >= closes) || day > asOf) continue;
    at(world, day, () => countChildren(world, unit, year as SchoolYear));
  }
}

const run = (
  { demoCommands, roster }: HistoryWorld,
  unit: HistoryUnit,
  command: Parameters<typeof demoCommands.run<'unit'>>[2],
) => demoCommands.run('unit', unit.id, command, roster.coordinator);

async function changeServices(world: HistoryWorld, unit: HistoryUnit, day: CalendarDate): Promise<void> {
  const { demoCommands, roster } = world;
  const ended = new Set(unit.serviceTerms.map(({ service }) => service));
  for (const { service } of roster.servicesOf(unit, day)) ended.delete(service);
  for (const service of ended)
    await run(world, unit, { type: 'UnassignService', serviceId: roster.serviceId(service) });
  await assignServices(demoCommands, roster, unit, day);
}

/** The number of children changes a little each autumn. */
async function countChildren(world: HistoryWorld, unit: HistoryUnit, year: SchoolYear): Promise<void> {
  const { name, kind, ownership, area } = unit;
  const share = world.random.for('children', unit.id, year).between(-8, 8) / 100;
  const children = Math.max(1, Math.round(unit.children * (1 + share)));
  await run(world, unit, { type: 'ChangeUnitDetails', details: { name, kind, ownership, children, area } });
}

/** On the last day of a unit most of its actions are completed, and some abandoned; the others stay open. */
async function endActionsOf(world: HistoryWorld, unit: HistoryUnit, day: CalendarDate): Promise<void> {
  for (const action of world.actions.get(unit.id) ?? []) {
    if (action.status !== 'open' || action.decidedOn > day) continue;
    const random = world.random.for('closing', action.actionId);
    if (random.chance(0.15)) continue;
    const isCompleted = random.chance(0.75);
    await world.demoCommands.run(
      'action',
      action.actionId,
      isCompleted
        ? { type: 'CompleteAction', on: day, note: null, meetingId: null }
        : { type: 'AbandonAction', on: day, reason: 'not-relevant', note: null, meetingId: null },
      world.roster.coordinator,
    );
    action.status = isCompleted ? 'completed' : 'ended';
  }
}
