import type { Role } from '#platform/identity/roles';
import { addDays, type CalendarDate } from '#platform/kernel';
import { isHeld, type HeldRole, type RolePlace } from '../../contract/index.js';
import { PLACE_OF } from '../../contract/place-of-role/index.js';

type Placed = Pick<HeldRole, 'role' | 'unitId' | 'serviceId' | 'serviceUnitId'>;
type Period = Pick<HeldRole, 'from' | 'to'>;

const PLACES = ['unitId', 'serviceId', 'serviceUnitId'] as const;

/** The place that a role lacks or must not have; undefined when the place fits the role. */
export function misplaced(
  role: Role,
  place: RolePlace,
): { missing: keyof RolePlace } | { extra: keyof RolePlace } | undefined {
  const wanted = PLACE_OF[role];
  if (wanted && place[wanted] === null) return { missing: wanted };
  const extra = PLACES.find((kind) => kind !== wanted && place[kind] !== null);
  return extra && { extra };
}

/**
 * The day on which a role's place must be open: today, the first day of a later role, or the last day of an earlier
 * one.
 */
export function roleNeedsPlaceOn({ from, to }: Period, today: CalendarDate): CalendarDate {
  if (from > today) return from;
  return to !== null && to < today && to >= from ? to : today;
}

/** True when both are the same role at the same place. */
export const isSameRole = (a: Placed, b: Placed): boolean =>
  a.role === b.role && PLACES.every((kind) => a[kind] === b[kind]);

/** True when there is a day on which both are held. A role that was revoked on its first day has none. */
export const overlaps = (a: Period, b: Period): boolean =>
  isEver(a) && isEver(b) && (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

/** True when the role is held on every day of the period. */
export const covers = (role: Period, period: Period): boolean =>
  role.from <= period.from && (role.to === null || (period.to !== null && role.to >= period.to));

/** True when the role is held on a later day than this one. */
export const lastsBeyond = (role: Period, day: CalendarDate): boolean =>
  isEver(role) && (role.to === null || role.to > day);

const isEver = ({ from, to }: Period): boolean => to === null || from <= to;

/**
 * True for the role of a coordinator that is not held in place of another: a substitute's ends with the role of the person
 * who is away (ADR 0359), so that no municipality may rely on it.
 */
export const isOwnCoordinator = ({ role, standsInFor }: Pick<HeldRole, 'role' | 'standsInFor'>): boolean =>
  role === 'coordinator' && standsInFor === undefined;

/** True when at least one of the roles is held on every day from `day` on, without end. */
export function isHeldFrom(day: CalendarDate, roles: readonly Period[]): boolean {
  const covering = roles.filter((role) => isHeld(role, day));
  if (covering.length === 0) return false;
  if (covering.some(({ to }) => to === null)) return true;
  const lastDay = covering.reduce((last, { to }) => (to! > last ? to! : last), day);
  return isHeldFrom(addDays(lastDay, 1), roles);
}
