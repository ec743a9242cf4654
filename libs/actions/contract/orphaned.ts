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

/** An open action, as far as it matters who answers for it. */
export interface OwnedAction {
  readonly unitIds: readonly string[];
  readonly ownerId: string;
  readonly ownerServiceId: string | null;
  /** The owner has it by a handover, and so has said yes to it beside its units' meetings. */
  readonly wasHandedOver: boolean;
}

/**
 * Why an open action waits for the coordinator: its owner holds no role, the owner's place or the service that it was
 * given to is closed, or every unit whose meetings would follow it up is.
 */
export const OrphanReason = ['owner-left', 'workplace-closed', 'unit-closed'] as const;
export interface Orphaned {
  readonly reason: (typeof OrphanReason)[number];
  /** The last day on which it was not so, where that is known. */
  readonly lastDay: CalendarDate | null;
}

/** Null where somebody answers for the action on the day. */
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

/** The last day of the person's last role, as far as it is known; null for one who has none that ends. */
export const lastRoleDayOf = (person: Pick<PersonDto, 'roles'> | undefined): CalendarDate | null =>
  (person?.roles ?? []).reduce<CalendarDate | null>(
    (latest, { to }) => (to !== null && (latest === null || to > latest) ? to : latest),
    null,
  );
