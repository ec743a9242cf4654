import { addDays, FIRST_DAY, isWorkingDay, type CalendarDate, type IsFree } from '#platform/kernel';
import { orphanedOn, type Orphaned, type OwnedAction } from '#actions/contract';
import {
  freeDaysOf,
  isActive,
  isHeld,
  type HeldRole,
  type PersonDto,
  type UnitDto,
  type UnitKind,
} from '#registry/contract';
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
  const free: Readonly<Record<UnitKind, IsFree>> = {
    school: freeDaysOf('school', facts.calendars, facts.isPublicHoliday),
    kindergarten: freeDaysOf('kindergarten', facts.calendars, facts.isPublicHoliday),
  };
  const units = new Map<string, UnitDto>(facts.units.map((unit) => [unit.unitId, unit]));
  const people = new Map<string, PersonDto>(facts.people.map((person) => [person.personId, person]));
  const active = new Set(facts.people.filter((person) => isActive(person, day)).map(({ personId }) => personId));
  const leaders = leadersByUnit(facts.people, day);
  const coordinators = holdersOf('coordinator', facts.people, day);
  const { alert, coordinator } = facts.settings.reminderWorkingDays;

  const ages = { school: agesUntil(day, free.school), kindergarten: agesUntil(day, free.kindergarten) };
  const atHolidays = agesUntil(day, facts.isPublicHoliday);
  const kindOf = ([host]: readonly string[]): UnitKind | undefined =>
    host === undefined ? undefined : units.get(host)?.kind;
  const isFreeAt = (unitIds: readonly string[]): IsFree => {
    const kind = kindOf(unitIds);
    return kind ? free[kind] : facts.isPublicHoliday;
  };
  const level = (age: number): AlertLevel => (age >= coordinator ? 'coordinator' : age >= alert ? 'alert' : 'reminder');
  return {
    day,
    isFreeAt,
    orphaned: (action) => orphanedOn(action, day, people.get(action.ownerId), facts.closures),
    level,
    actors(first, unitIds, at) {
      const own = first.filter((personId) => active.has(personId));
      const led = at === 'reminder' ? [] : unitIds.flatMap((unitId) => leaders.get(unitId) ?? []);
      const near = [...new Set([...own, ...led])];
      return at === 'coordinator' || near.length === 0 ? [...new Set([...near, ...coordinators])] : near;
    },
    age(from, unitIds) {
      const kind = kindOf(unitIds);
      return (kind ? ages[kind] : atHolidays)(from);
    },
  };
}

/** Working days after a day up to and including `day`, counted once backwards for all who ask, to the first day we know. */
function agesUntil(day: CalendarDate, isFree: IsFree): (from: CalendarDate) => number {
  const known = new Map<CalendarDate, number>([[day, 0]]);
  let reached = day;
  return (asked) => {
    const from = asked < FIRST_DAY ? FIRST_DAY : asked;
    while (from < reached) {
      const age = known.get(reached)! + (isWorkingDay(reached, isFree) ? 1 : 0);
      reached = addDays(reached, -1);
      known.set(reached, age);
    }
    return known.get(from) ?? 0;
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
