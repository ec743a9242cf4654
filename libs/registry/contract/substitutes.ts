import type { CalendarDate } from '#platform/kernel';
import { isHeld, type HeldRole, type PersonDto } from './directory.js';

/** The people who do the work of those who are away on a day. */
export interface Substitutes {
  /**
   * True when others stand in for every role that the person holds of their own that day. Somebody who has another role
   * still is at work.
   */
  readonly isAway: (personId: string) => boolean;
  /**
   * The people who are told in the person's place: the substitutes of somebody who is away, otherwise the person alone.
   */
  readonly insteadOf: (personId: string) => readonly string[];
  /** Finds the people who are away and whose substitute the person is; for most there is nobody. */
  readonly standsInFor: (personId: string) => readonly string[];
}

/** The substitutes of a day (ADR 0350). */
export function substitutesOn(
  people: readonly Pick<PersonDto, 'personId' | 'roles'>[],
  day: CalendarDate,
): Substitutes {
  const standIns = new Map<string, { readonly by: string; readonly role: HeldRole }[]>();
  for (const { personId, roles } of people)
    for (const role of roles)
      if (role.standsInFor !== undefined && isHeld(role, day)) {
        const known = standIns.get(role.standsInFor);
        if (known) known.push({ by: personId, role });
        else standIns.set(role.standsInFor, [{ by: personId, role }]);
      }
  const away = new Map<string, readonly string[]>();
  for (const { personId, roles } of standIns.size === 0 ? [] : people) {
    const by = standIns.get(personId);
    const own = by && roles.filter((role) => role.standsInFor === undefined && isHeld(role, day));
    if (own?.every((role) => by!.some((it) => isSamePlace(it.role, role))))
      away.set(personId, [...new Set(by!.map((it) => it.by))]);
  }
  return {
    isAway: (personId) => away.has(personId),
    insteadOf: (personId) => away.get(personId) ?? [personId],
    standsInFor: (personId) => [...away].flatMap(([absentId, by]) => (by.includes(personId) ? [absentId] : [])),
  };
}

/** True for somebody who is or was a substitute, or will be one. */
export const isEverSubstitute = ({ roles }: Pick<PersonDto, 'roles'>): boolean =>
  roles.some(({ standsInFor }) => standsInFor !== undefined);

/** The substitutes of any day, computed once for each day that is asked for. */
export function substitutesByDay(
  people: readonly Pick<PersonDto, 'personId' | 'roles'>[],
): (day: CalendarDate) => Substitutes {
  const known = new Map<CalendarDate, Substitutes>();
  return (day) => {
    const found = known.get(day) ?? substitutesOn(people, day);
    known.set(day, found);
    return found;
  };
}

/** True when both are the same role at the same place. */
export const isSamePlace = (a: HeldRole, b: HeldRole): boolean =>
  a.role === b.role && a.unitId === b.unitId && a.serviceId === b.serviceId && a.serviceUnitId === b.serviceUnitId;
