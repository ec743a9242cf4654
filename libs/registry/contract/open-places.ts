import type { CalendarDate } from '#platform/kernel';
import { isClosedOn, type Closures } from './closures.js';
import { isHeld, type HeldRole, type ServiceDto, type ServiceUnitDto, type UnitDto } from './directory.js';

/** The closures of every place of a role, by its id. */
export type PlaceClosures = ReadonlyMap<string, Closures>;

export const placeClosures = (of: {
  readonly units: readonly Pick<UnitDto, 'unitId' | 'closures'>[];
  readonly services: readonly Pick<ServiceDto, 'serviceId' | 'closures'>[];
  readonly serviceUnits: readonly Pick<ServiceUnitDto, 'serviceUnitId' | 'closures'>[];
}): PlaceClosures =>
  new Map([
    ...of.units.map(({ unitId, closures }) => [unitId, closures] as const),
    ...of.services.map(({ serviceId, closures }) => [serviceId, closures] as const),
    ...of.serviceUnits.map(({ serviceUnitId, closures }) => [serviceUnitId, closures] as const),
  ]);

/** The place of a role; null for a role in the whole municipality. */
export const placeOf = ({ unitId, serviceId, serviceUnitId }: Omit<HeldRole, 'roleId' | 'role' | 'from' | 'to'>) =>
  unitId ?? serviceId ?? serviceUnitId;

/** True when the place is closed on the day; an unknown place counts as open. */
export const isClosedPlaceOn = (closures: PlaceClosures, placeId: string, day: CalendarDate): boolean =>
  isClosedOn(closures.get(placeId) ?? [], day);

/** True when the role is held on the day, at a place that is open then. */
export function isHeldWhereOpen(role: HeldRole, day: CalendarDate, closures: PlaceClosures): boolean {
  const place = placeOf(role);
  return isHeld(role, day) && (place === null || !isClosedPlaceOn(closures, place, day));
}
