import { days, isWorkingDay, type CalendarDate, type IsFree } from '#platform/kernel';
import { orphanedOn, type Orphaned, type OwnedAction } from '#actions/contract';
import {
  isActive,
  isEverSubstitute,
  isHeld,
  substitutesOn,
  workingDaysAtUnits,
  type HeldRole,
  type PersonDto,
} from '#registry/contract';
import type { AlertFacts } from './alert.js';

/** The municipality on a day, looked up once for all its causes. */
export interface Situation {
  readonly day: CalendarDate;
  isFreeAt(unitIds: readonly string[]): IsFree;
  /** Why the open action waits for the coordinator; null where somebody answers for it. */
  orphaned(action: OwnedAction): Orphaned | null;
  /** True if the person holds a role today. */
  isActive(personId: string): boolean;
  /** Finds who is told in a person's place: their substitutes while they are away. */
  readonly insteadOf: (personId: string) => readonly string[];
  /** True if the substitute holds a role of somebody who is away, today. */
  standsInFor(substituteId: string, personId: string): boolean;
  /** True if the substitute does so, or has done so before. */
  stoodInFor(substituteId: string, personId: string): boolean;
  /** Unit leaders and meeting chairs. */
  leadersOf(unitId: string): readonly string[];
  /** Leaders of the service unit that the service belongs to. */
  leadersOfService(serviceId: string): readonly string[];
  readonly coordinators: readonly string[];
  /**
   * Working days at the unit from the day after `from` until today; below 0 for a day to come, and then at most
   * `FARTHEST` of them.
   */
  age(from: CalendarDate, unitIds: readonly string[]): number;
}

/** Working days beyond which a day to come is not counted: no step is earlier than 30 before it. */
const FARTHEST = 31;

export function situationOn(day: CalendarDate, facts: AlertFacts): Situation {
  const workingDays = workingDaysAtUnits(day, facts);
  const until = workingDaysUntil(day);
  const people = new Map<string, PersonDto>(facts.people.map((person) => [person.personId, person]));
  const active = new Set(facts.people.filter((person) => isActive(person, day)).map(({ personId }) => personId));
  const leaders = leadersByUnit(facts.people, day);
  const serviceUnits = new Map<string, string | null>(
    facts.services.map(({ serviceId, serviceUnitId }) => [serviceId, serviceUnitId]),
  );
  const standIns = standInsOf(facts.people);
  const leadersOfServiceUnits = leadersBy('serviceUnitId', ['service-unit-leader'], facts.people, day);
  return {
    day,
    isFreeAt: workingDays.isFreeAt,
    orphaned: (action) => orphanedOn(action, day, people.get(action.ownerId), facts.closures),
    isActive: (personId) => active.has(personId),
    insteadOf: substitutesOn(facts.people, day).insteadOf,
    standsInFor: (substituteId, personId) => standIns(substituteId, personId).some((role) => isHeld(role, day)),
    stoodInFor: (substituteId, personId) => standIns(substituteId, personId).some(({ from }) => from <= day),
    leadersOf: (unitId) => leaders.get(unitId) ?? [],
    leadersOfService: (serviceId) => leadersOfServiceUnits.get(serviceUnits.get(serviceId) ?? '') ?? [],
    coordinators: holdersOf('coordinator', facts.people, day),
    age: (from, unitIds) =>
      from <= day ? workingDays.since(from, unitIds) : 0 - until(from, workingDays.isFreeAt(unitIds)),
  };
}

/**
 * Working days after `day` up to and including `to`; at most `FARTHEST`. Counted once for all who ask about the same
 * days.
 */
function workingDaysUntil(day: CalendarDate): (to: CalendarDate, isFree: IsFree) => number {
  const known = new Map<IsFree, Map<CalendarDate, number>>();
  return (to, isFree) => {
    const counts = known.get(isFree) ?? new Map<CalendarDate, number>();
    known.set(isFree, counts);
    const before = counts.get(to);
    if (before !== undefined) return before;
    let count = 0;
    for (const each of days(day, to)) {
      if (each > day && isWorkingDay(each, isFree)) count += 1;
      if (count === FARTHEST) break;
    }
    counts.set(to, count);
    return count;
  };
}

/** The roles that somebody holds, has held or will hold in another's place. */
function standInsOf(people: readonly PersonDto[]) {
  const standIns = new Map<string, readonly HeldRole[]>(
    people.filter(isEverSubstitute).map(({ personId, roles }) => [personId, roles]),
  );
  return (substituteId: string, absentId: string): readonly HeldRole[] =>
    standIns.get(substituteId)?.filter(({ standsInFor }) => standsInFor === absentId) ?? [];
}

type Role = HeldRole['role'];
const LEADING: readonly Role[] = ['unit-leader', 'meeting-chair'];

/** Unit leaders and meeting chairs of each unit, who plan its meetings and file its protocols. */
export const leadersByUnit = (
  people: readonly PersonDto[],
  day: CalendarDate,
): ReadonlyMap<string, readonly string[]> => leadersBy('unitId', LEADING, people, day);

/** Holders of one of the roles on a day, by the place that it is held at. */
function leadersBy(
  place: 'unitId' | 'serviceUnitId',
  wanted: readonly Role[],
  people: readonly PersonDto[],
  day: CalendarDate,
): ReadonlyMap<string, readonly string[]> {
  const leaders = new Map<string, string[]>();
  for (const { personId, roles } of people)
    for (const role of roles) {
      const at = role[place];
      if (at === null || !wanted.includes(role.role) || !isHeld(role, day)) continue;
      const known = leaders.get(at);
      if (known === undefined) leaders.set(at, [personId]);
      else if (!known.includes(personId)) known.push(personId);
    }
  return leaders;
}

const holdersOf = (wanted: Role, people: readonly PersonDto[], day: CalendarDate): readonly string[] =>
  people
    .filter(({ roles }) => roles.some((role) => role.role === wanted && isHeld(role, day)))
    .map(({ personId }) => personId);
