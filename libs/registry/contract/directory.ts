import { addDays, type CalendarDate, type SchoolYear } from '#platform/kernel';
import type { Role } from '#platform/identity';
import type { Closures } from './closures.js';
import type { Formed, SetupStep, TenantKind } from './municipality.events.js';
import type { NumbersAndNames } from './numbers-and-names.js';
import type { Settings, UnitKind } from './settings.js';
import type { Timeline } from './timeline.js';

/** Queries of other contexts to the registry, answered from its read models. */
export abstract class Directory {
  abstract municipality(id: string): Promise<MunicipalityDto | undefined>;
  abstract units(tenant: string): Promise<readonly UnitDto[]>;
  abstract unit(tenant: string, unitId: string): Promise<UnitDto | undefined>;
  abstract services(tenant: string): Promise<readonly ServiceDto[]>;
  abstract serviceUnits(tenant: string): Promise<readonly ServiceUnitDto[]>;
  /** All people, or those with the given ids; includes people whose roles have ended (names in old protocols). */
  abstract people(tenant: string, ids?: readonly string[]): Promise<readonly PersonDto[]>;
  /** Everybody who is, was or will be a substitute, and those in whose place they hold a role. */
  abstract peopleOfSubstitutions(tenant: string): Promise<readonly PersonDto[]>;
  /** The school calendar of a kind of unit for a school year, when one is set. */
  abstract calendar(tenant: string, schoolYear: SchoolYear, kind: UnitKind): Promise<SchoolCalendarDto | undefined>;
  abstract calendars(tenant: string): Promise<readonly SchoolCalendarDto[]>;
}

/** `numberOn` and `nameOn` give the number and the name on a day. */
export interface MunicipalityDto extends NumbersAndNames {
  /** The first number, which is the id of the tenant. */
  readonly id: string;
  readonly kind: TenantKind;
  readonly languageForm: 'nb' | 'nn' | 'neutral';
  readonly demo: boolean;
  readonly settings: Settings;
  /** Decisions of a new municipality that its coordinator has looked at. */
  readonly confirmed: readonly SetupStep[];
  /** The merger that formed it; null for none. */
  readonly formed: Formed | null;
}
export interface UnitDto {
  readonly unitId: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly ownership: 'public' | 'private';
  readonly children: number | null;
  readonly area: string | null;
  /** Obligation over time, oldest first; the last entry whose `from` is not after a day holds on that day. */
  readonly obligations: Timeline<{ readonly obliged: boolean; readonly reason: string | null }>;
  /** Joint meeting place over time, oldest first; null while the host is closed. */
  readonly hosts: Timeline<{ readonly hostUnitId: string | null }>;
  /** Periods in which it is closed (`isClosedOn`), oldest first. */
  readonly closures: Closures;
  readonly services: readonly {
    readonly serviceId: string;
    readonly contactId: string | null;
    readonly mustAttend: boolean;
  }[];
  readonly standing: readonly { readonly personId: string; readonly deputyId: string | null }[];
}
export interface ServiceDto {
  readonly serviceId: string;
  readonly name: string;
  readonly kind: string;
  readonly serviceUnitId: string | null;
  /** Meetings per week that the service can attend, as set by the municipality; null when not set. */
  readonly meetingsPerWeek: number | null;
  readonly closures: Closures;
}
export interface ServiceUnitDto {
  readonly serviceUnitId: string;
  readonly name: string;
  readonly closures: Closures;
}
export interface PersonDto {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly title: string | null;
  readonly roles: readonly HeldRole[];
}
export interface HeldRole {
  readonly roleId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly serviceId: string | null;
  readonly serviceUnitId: string | null;
  readonly from: CalendarDate;
  /** Last day, if known. */
  readonly to: CalendarDate | null;
  /** The person in whose place a substitute holds the role; left out for a role of one's own. */
  readonly standsInFor?: string;
}
export interface SchoolCalendarDto {
  readonly schoolYear: SchoolYear;
  readonly kind: UnitKind;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly closed: readonly { readonly from: CalendarDate; readonly to: CalendarDate; readonly reason: string }[];
}

/** True when the role is held on the day, its last day included. */
export const isHeld = (role: { readonly from: string; readonly to: string | null }, on: string): boolean =>
  role.from <= on && (role.to === null || role.to >= on);
/**
 * The last day of a role that was revoked on a day: the day before, so that it is held no longer at once. A role that
 * began on that day, or later, was held on no day: its last day is before its first.
 */
export const lastDayOfRevoked = (on: CalendarDate): CalendarDate => addDays(on, -1);
/** Services of the roles: the service itself, or every service of a service unit for its leader. */
export const servicesOf = (
  roles: readonly Pick<HeldRole, 'serviceId' | 'serviceUnitId'>[],
  services: readonly Pick<ServiceDto, 'serviceId' | 'serviceUnitId'>[],
): string[] =>
  roles.flatMap(({ serviceId, serviceUnitId }) => [
    ...(serviceId === null ? [] : [serviceId]),
    ...(serviceUnitId === null
      ? []
      : services.filter((service) => service.serviceUnitId === serviceUnitId).map((service) => service.serviceId)),
  ]);
/** A person is active on a day on which they hold a role. */
export const isActive = (person: Pick<PersonDto, 'roles'>, on: CalendarDate): boolean =>
  person.roles.some((role) => isHeld(role, on));
