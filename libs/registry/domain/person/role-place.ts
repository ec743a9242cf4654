import type { Role } from '#platform/identity/roles';
import type { CalendarDate } from '#platform/kernel';
import type { HeldRole, RolePlace } from '../../contract/index.js';
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
