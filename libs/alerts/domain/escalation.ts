import type { CalendarDate, IsFree } from '#platform/kernel';
import { orphanedOn, type Orphaned, type OwnedAction } from '#actions/contract';
import { isActive, isHeld, workingDaysAtUnits, type HeldRole, type PersonDto } from '#registry/contract';
import type { AlertLevel } from '../contract/index.js';
import type { AlertFacts } from './alert.js';

/** The municipality on a day, looked up once for all alerts. */
export interface Situation {
  readonly day: CalendarDate;
  isFreeAt(unitIds: readonly string[]): IsFree;
  /** Why the open action waits for the coordinator; null where somebody answers for it. */
  orphaned(action: OwnedAction): Orphaned | null;
  level(ageInWorkingDays: number): AlertLevel;
  /** `first` answers for it; the unit's leaders join at `alert`, the coordinators at `coordinator` or where nobody is left. */
  actors(first: readonly string[], unitIds: readonly string[], level: AlertLevel): readonly string[];
  /** Working days at the unit from the day after `from` until today. */
  age(from: CalendarDate, unitIds: readonly string[]): number;
}

export function situationOn(day: CalendarDate, facts: AlertFacts): Situation {
  const workingDays = workingDaysAtUnits(day, facts);
  const people = new Map<string, PersonDto>(facts.people.map((person) => [person.personId, person]));
  const active = new Set(facts.people.filter((person) => isActive(person, day)).map(({ personId }) => personId));
  const leaders = leadersByUnit(facts.people, day);
  const coordinators = holdersOf('coordinator', facts.people, day);
  const { alert, coordinator } = facts.settings.reminderWorkingDays;

  const level = (age: number): AlertLevel => (age >= coordinator ? 'coordinator' : age >= alert ? 'alert' : 'reminder');
  return {
    day,
    isFreeAt: workingDays.isFreeAt,
    orphaned: (action) => orphanedOn(action, day, people.get(action.ownerId), facts.closures),
    level,
    actors(first, unitIds, at) {
      const own = first.filter((personId) => active.has(personId));
      const led = at === 'reminder' ? [] : unitIds.flatMap((unitId) => leaders.get(unitId) ?? []);
      const near = [...new Set([...own, ...led])];
      return at === 'coordinator' || near.length === 0 ? [...new Set([...near, ...coordinators])] : near;
    },
    age: workingDays.since,
  };
}

type Role = HeldRole['role'];
const LEADING: readonly Role[] = ['unit-leader', 'meeting-chair'];

/** Unit leaders and meeting chairs of each unit, who plan its meetings and file its protocols. */
export function leadersByUnit(people: readonly PersonDto[], day: CalendarDate): ReadonlyMap<string, readonly string[]> {
  const leaders = new Map<string, string[]>();
  for (const { personId, roles } of people)
    for (const role of roles)
      if (role.unitId !== null && LEADING.includes(role.role) && isHeld(role, day))
        leaders.set(role.unitId, [...(leaders.get(role.unitId) ?? []), personId]);
  return leaders;
}

const holdersOf = (wanted: Role, people: readonly PersonDto[], day: CalendarDate): readonly string[] =>
  people
    .filter(({ roles }) => roles.some((role) => role.role === wanted && isHeld(role, day)))
    .map(({ personId }) => personId);
