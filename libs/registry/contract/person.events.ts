import { z } from 'zod';
import { CalendarDate, eventType, PersonId, ServiceId, ServiceUnitId, UnitId, type EventOf } from '#platform/kernel';
import { Role } from '#platform/identity';

// These shapes are the storage contract: a change is a new schema version with an upcaster and a frozen fixture.

export const PersonDetails = z.object({
  name: z.string().min(1).max(200),
  email: z.email().max(254).nullable(),
  /** What the person is called at work: rektor, styrer, PP-rådgiver, helsesykepleier … */
  title: z.string().max(100).nullable(),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

/**
 * A telephone number at work, as `readPhone` writes it: five or eight digits in Norway, else `+` and the country's code.
 * Eleven digits without `+` are never one, so a national identity number cannot stand here.
 */
export const PhoneNumber = z.string().regex(/^(?:\d{5}|\d{8}|\+[1-9]\d{6,14})$/);
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/** Where a role is held; all null for a role in the whole municipality. */
export const RolePlace = z.object({
  unitId: UnitId.nullable(),
  serviceId: ServiceId.nullable(),
  serviceUnitId: ServiceUnitId.nullable(),
});
export type RolePlace = z.infer<typeof RolePlace>;

export const PersonRegistered = eventType('registry.PersonRegistered', 1, PersonDetails.extend({ personId: PersonId }));
export const PersonChanged = eventType('registry.PersonChanged', 1, PersonDetails);
/** The person's telephone number at work; null: there is none any more. */
export const PersonPhoneSet = eventType('registry.PersonPhoneSet', 1, z.object({ phone: PhoneNumber.nullable() }));
/** A role from a day on, to a day (included) where that is known. `roleId` is unique within the person. */
export const RoleGiven = eventType(
  'registry.RoleGiven',
  1,
  RolePlace.extend({ roleId: z.uuid(), role: Role, from: CalendarDate, to: CalendarDate.nullable() }),
);
/** The role's last day; a person with no role left on a day is not active, and their open actions are orphans. */
export const RoleEnded = eventType('registry.RoleEnded', 1, z.object({ roleId: z.uuid(), on: CalendarDate }));

export const personEvents = { PersonRegistered, PersonChanged, PersonPhoneSet, RoleGiven, RoleEnded };
export type PersonEvent = EventOf<typeof personEvents>;
