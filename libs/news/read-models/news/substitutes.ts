import type { CalendarDate } from '#platform/kernel';
import { isEverSubstitute, substitutesByDay, type Directory } from '#registry/contract';
import type { StandsInFor } from '../../domain/concern.js';

/** Substitutes of a municipality (ADR 0350). */
export interface Substitutes {
  readonly standsInFor: StandsInFor;
  /** Everybody who is, was or will be a substitute. */
  readonly substituteIds: readonly string[];
}

export const NOBODY_STANDS_IN: StandsInFor = () => [];
const NOBODY: Substitutes = { standsInFor: NOBODY_STANDS_IN, substituteIds: [] };

/** Read from the register; for one person, the substitutions are read only if that person is ever a substitute. */
export async function substitutesOf(directory: Directory, tenant: string, personId?: string): Promise<Substitutes> {
  if (personId !== undefined) {
    const [person] = await directory.people(tenant, [personId]);
    if (!person || !isEverSubstitute(person)) return NOBODY;
  }
  const people = await directory.peopleOfSubstitutions(tenant);
  const substituteIds = people.filter(isEverSubstitute).map((person) => person.personId);
  if (substituteIds.length === 0) return NOBODY;
  const isSubstitute = new Set(substituteIds);
  const on = substitutesByDay(people);
  return {
    standsInFor: (id, day) => (isSubstitute.has(id) ? on(day as CalendarDate).standsInFor(id) : []),
    substituteIds,
  };
}
