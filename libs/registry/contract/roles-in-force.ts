import type { ActiveRole } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';
import { isHeld, servicesOf, type HeldRole, type PersonDto, type ServiceDto } from './directory.js';
import { isSamePlace } from './substitutes.js';

/** True for a role that is held on the day; for a substitute's, while the other person holds it too (ADR 0359). */
export const isInForce = (role: HeldRole, day: CalendarDate, rolesOfTheOther: readonly HeldRole[]): boolean =>
  isHeld(role, day) &&
  (role.standsInFor === undefined ||
    rolesOfTheOther.some((it) => it.standsInFor === undefined && isHeld(it, day) && isSamePlace(it, role)));

/** A role with its reach: its unit, its service, or every service of its service unit. */
export const activeRoleOf = (
  { role, unitId, serviceId, serviceUnitId, standsInFor }: HeldRole,
  servicesOfServiceUnit: readonly string[],
): ActiveRole => ({
  role,
  ...(unitId !== null && { unitId }),
  ...(serviceId !== null && { serviceIds: [serviceId] }),
  ...(serviceUnitId !== null && { serviceIds: servicesOfServiceUnit }),
  ...(standsInFor !== undefined && { standsInFor }),
});

/** The roles of a person on a day with their reach, by the read models: for mail, which answers no request. */
export const activeRolesOn = (
  { roles }: Pick<PersonDto, 'roles'>,
  day: CalendarDate,
  services: readonly Pick<ServiceDto, 'serviceId' | 'serviceUnitId'>[],
  personOf: (personId: string) => Pick<PersonDto, 'roles'> | undefined,
): readonly ActiveRole[] =>
  roles
    .filter((role) => isInForce(role, day, (role.standsInFor && personOf(role.standsInFor)?.roles) || []))
    .map((role) => activeRoleOf(role, role.serviceUnitId === null ? [] : servicesOf([role], services)));
