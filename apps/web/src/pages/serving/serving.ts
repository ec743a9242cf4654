import type { Unit } from '../../parts/unit-link/all-units.js';

/** How a service serves a unit; null when it does not. */
export type Serves = { readonly contactId: string | null; readonly mustAttend: boolean } | null;
/** A choice that is not saved. */
export interface Choice {
  readonly serves: Serves;
  /** The revision of the unit at the first choice; undefined after a refusal: then the present one is seen. */
  readonly seen: string | undefined;
}
/** Choices by unit. */
export type Choices = ReadonlyMap<string, Choice>;

/** A service that begins to serve a unit attends its meetings, until something else is chosen. */
export const NEW_SERVICE: NonNullable<Serves> = { contactId: null, mustAttend: true };

export function registered({ services }: Pick<Unit, 'services'>, serviceId: string): Serves {
  const found = services.find((it) => it.serviceId === serviceId);
  return found ? { contactId: found.contactId, mustAttend: found.mustAttend } : null;
}

const isEqual = (a: Serves, b: Serves): boolean =>
  a === null || b === null ? a === b : a.contactId === b.contactId && a.mustAttend === b.mustAttend;

/** The choices with those for the units; what is chosen as it is registered is no choice. */
export function choose(
  choices: Choices,
  units: readonly Unit[],
  serviceId: string,
  change: (serves: Serves) => Serves,
): Choices {
  const next = new Map(choices);
  for (const unit of units) {
    const now = registered(unit, serviceId);
    const earlier = choices.get(unit.unitId);
    const chosen = change(earlier ? earlier.serves : now);
    if (isEqual(chosen, now)) next.delete(unit.unitId);
    else next.set(unit.unitId, { serves: chosen, seen: earlier ? earlier.seen : unit.revision });
  }
  return next;
}

/** The choices that are left when the others are saved: those of the refused units, now beside their present values. */
export const leftAfter = (choices: Choices, refused: readonly string[]): Choices =>
  new Map([...choices].flatMap(([id, it]) => (refused.includes(id) ? [[id, { ...it, seen: undefined }]] : [])));
