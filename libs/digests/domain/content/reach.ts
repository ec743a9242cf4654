import type { Role } from '#platform/identity';
import type { CalendarDate, ServiceId, ServiceUnitId, UnitId } from '#platform/kernel';
import {
  isClosedOn,
  isHeld,
  servicesOf,
  type PersonDto,
  type ServiceDto,
  type ServiceUnitDto,
} from '#registry/contract';
import type { DigestContent, DigestRole, Preferences } from '../../contract/index.js';

/** Why a person gets a digest, and what it is about. */
export interface DigestReceiver {
  readonly roles: readonly DigestRole[];
  readonly reach: DigestContent['reach'];
  /** Service units without a leader, whose digest the coordinator gets. */
  readonly vacant: readonly ServiceUnitId[];
  /** False for somebody who may stop it. */
  readonly isMandatory: boolean;
}

export interface Organisation {
  readonly services: readonly ServiceDto[];
  readonly serviceUnits: readonly ServiceUnitDto[];
  readonly people: readonly PersonDto[];
}

/** True while a role requires the weekly digest. */
export const isDigestMandatory = (held: readonly { readonly role: Role }[]): boolean =>
  held.some(({ role }) => role === 'coordinator' || role === 'service-unit-leader');

/** Service units that are open and that nobody leads on the day. */
export function vacantOn(day: CalendarDate, { serviceUnits, people }: Organisation): readonly ServiceUnitId[] {
  const led = new Set(
    people.flatMap(({ roles }) =>
      roles.filter((it) => it.role === 'service-unit-leader' && isHeld(it, day)).map((it) => it.serviceUnitId),
    ),
  );
  return serviceUnits
    .filter(({ serviceUnitId, closures }) => !led.has(serviceUnitId) && !isClosedOn(closures, day))
    .map(({ serviceUnitId }) => serviceUnitId as ServiceUnitId);
}

type Reach = DigestContent['reach'];

/** True if everything in the other reach is in this one. */
export const isWithinReach = (other: Reach, { unitIds, serviceIds }: Reach): boolean =>
  isAmong(other.unitIds, unitIds) && isAmong(other.serviceIds, serviceIds);

const isAmong = (some: readonly string[] | null, all: readonly string[] | null): boolean =>
  all === null || (some !== null && some.every((id) => all.includes(id)));

/**
 * The digest of a person on a day, for all their roles together; null for somebody who gets none. The coordinator reads
 * everything; a leader of services reads their actions, and all units' meetings, as in the statistics; a unit's leader
 * reads the own unit, and has asked for it.
 */
export function digestReceiver(
  { roles: held }: Pick<PersonDto, 'roles'>,
  { wantsDigest }: Pick<Preferences, 'wantsDigest'>,
  day: CalendarDate,
  { services }: Pick<Organisation, 'services'>,
  vacant: readonly ServiceUnitId[],
): DigestReceiver | null {
  const today = held.filter((role) => isHeld(role, day));
  const of = (role: DigestRole) => today.filter((it) => it.role === role);
  const [coordinator, leads, units] = [of('coordinator'), of('service-unit-leader'), of('unit-leader')];
  const roles: DigestRole[] = [
    ...(coordinator.length > 0 ? (['coordinator'] as const) : []),
    ...(leads.length > 0 ? (['service-unit-leader'] as const) : []),
    ...(units.length > 0 && wantsDigest ? (['unit-leader'] as const) : []),
  ];
  if (roles.length === 0) return null;
  const isMandatory = isDigestMandatory(today);
  if (coordinator.length > 0) return { roles, reach: { unitIds: null, serviceIds: null }, vacant, isMandatory };
  const reach =
    leads.length > 0
      ? { unitIds: null, serviceIds: [...new Set(servicesOf(leads, services))] as ServiceId[] }
      : { unitIds: units.flatMap(({ unitId }) => (unitId ?? []) as UnitId[]), serviceIds: null };
  return { roles, reach, vacant: [], isMandatory };
}
