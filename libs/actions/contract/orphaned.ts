import type { CalendarDate } from '#platform/kernel';
import {
  isActive,
  isClosedPlaceOn,
  isHeld,
  isHeldWhereOpen,
  placeOf,
  standingClosure,
  type PersonDto,
  type PlaceClosures,
} from '#registry/contract';

/** The fields of an open action that determine whether it is an orphan. */
export interface OwnedAction {
  readonly unitIds: readonly string[];
  readonly ownerId: string;
  readonly ownerServiceId: string | null;
  /** True when the owner accepted it in a handover, and thus independently of its units' meetings. */
  readonly wasHandedOver: boolean;
}

/**
 * Reason why an open action is an orphan and waits for the coordinator: its owner holds no role, the owner's place or
 * the action's service is closed, or every unit whose meetings would follow it up is closed.
 */
export const OrphanReason = ['owner-left', 'workplace-closed', 'unit-closed'] as const;
export interface Orphaned {
  readonly reason: (typeof OrphanReason)[number];
  /** The last day before it became an orphan, if known. */
  readonly lastDay: CalendarDate | null;
}

/** Null when somebody is responsible for the action on the day. */
export function orphanedOn(
  action: OwnedAction,
  day: CalendarDate,
  owner: Pick<PersonDto, 'roles'> | undefined,
  closures: PlaceClosures,
): Orphaned | null {
  if (!owner || !isActive(owner, day)) return { reason: 'owner-left', lastDay: lastRoleDayOf(owner) };
  const { unitIds, ownerServiceId, wasHandedOver } = action;
  const closed = (places: readonly string[]): CalendarDate | null => {
    const days = places.flatMap((place) => standingClosure(closures.get(place) ?? [], day)?.lastDay ?? []);
    return days.sort().at(-1) ?? null;
  };
  const places = owner.roles.filter((role) => isHeld(role, day)).flatMap((role) => placeOf(role) ?? []);
  if (!owner.roles.some((role) => isHeldWhereOpen(role, day, closures)))
    return { reason: 'workplace-closed', lastDay: closed(places) };
  if (ownerServiceId !== null && isClosedPlaceOn(closures, ownerServiceId, day))
    return { reason: 'workplace-closed', lastDay: closed([ownerServiceId]) };
  if (!wasHandedOver && unitIds.length > 0 && unitIds.every((unitId) => isClosedPlaceOn(closures, unitId, day)))
    return { reason: 'unit-closed', lastDay: closed(unitIds) };
  return null;
}

/** The last day of the person's last role; null when unknown or when no role ends. */
export const lastRoleDayOf = (person: Pick<PersonDto, 'roles'> | undefined): CalendarDate | null =>
  (person?.roles ?? []).reduce<CalendarDate | null>(
    (latest, { to }) => (to !== null && (latest === null || to > latest) ? to : latest),
    null,
  );
