import { z } from 'zod';
import { CalendarDate, eventType, PersonId, ServiceId, ServiceUnitId, UnitId, type EventOf } from '#platform/kernel';
import { Role } from '#platform/identity';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

export const PersonDetails = z.object({
  name: z.string().min(1).max(200),
  email: z.email().max(254).nullable(),
  /** Job title: rektor, styrer, PP-rådgiver, helsesykepleier … */
  title: z.string().max(100).nullable(),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

/**
 * A work telephone number in the form of `readPhone`: five or eight digits in Norway, otherwise `+` and the country
 * code. Never eleven digits without `+`, so it cannot be a national identity number.
 */
export const PhoneNumber = z.string().regex(/^(?:\d{5}|\d{8}|\+[1-9]\d{6,14})$/);
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/** Place of a role; all null for a role in the whole municipality. */
export const RolePlace = z.object({
  unitId: UnitId.nullable(),
  serviceId: ServiceId.nullable(),
  serviceUnitId: ServiceUnitId.nullable(),
});
export type RolePlace = z.infer<typeof RolePlace>;

export const PersonRegistered = eventType('registry.PersonRegistered', 1, PersonDetails.extend({ personId: PersonId }));
export const PersonChanged = eventType('registry.PersonChanged', 1, PersonDetails);
/** The person's work telephone number; null when it was removed. */
export const PersonPhoneSet = eventType('registry.PersonPhoneSet', 1, z.object({ phone: PhoneNumber.nullable() }));
/** A role from a day on, to a day (inclusive) if known. `roleId` is unique within the person. */
export const RoleGiven = eventType(
  'registry.RoleGiven',
  1,
  RolePlace.extend({ roleId: z.uuid(), role: Role, from: CalendarDate, to: CalendarDate.nullable() }),
);
/**
 * A role held for a time in the place of another person, who holds the same role at the same place and is away. Ends
 * like any role.
 */
export const SubstituteRoleGiven = eventType(
  'registry.SubstituteRoleGiven',
  1,
  RolePlace.extend({
    roleId: z.uuid(),
    role: Role,
    from: CalendarDate,
    to: CalendarDate,
    standsInFor: PersonId,
  }),
);
/** The role's last day; a person with no role left on a day is inactive, and their open actions are orphans. */
export const RoleEnded = eventType('registry.RoleEnded', 1, z.object({ roleId: z.uuid(), on: CalendarDate }));

/** The role ended at once: on the day `on` it is no longer held. */
export const RoleRevoked = eventType('registry.RoleRevoked', 1, z.object({ roleId: z.uuid(), on: CalendarDate }));

/**
 * On the stream of the person who is away: another stands in for them, in `roleId` of the substitute. The end of a role is
 * then recorded together with the substitutions that it concerns.
 */
export const SubstitutionNoted = eventType(
  'registry.SubstitutionNoted',
  1,
  RolePlace.extend({ roleId: z.uuid(), role: Role, substituteId: PersonId }),
);
/** A role in which others stand in has ended; a policy ends each of these substitutions that lasts longer. */
export const SubstitutedRoleEnded = eventType(
  'registry.SubstitutedRoleEnded',
  1,
  z.object({
    substitutions: z
      .array(
        z.object({
          substituteId: PersonId,
          roleId: z.uuid(),
          /** Periods in which the person who is away holds the role, from now on. */
          held: z.array(z.object({ from: CalendarDate, to: CalendarDate.nullable() })),
        }),
      )
      .min(1),
  }),
);

export const personEvents = {
  PersonRegistered,
  PersonChanged,
  PersonPhoneSet,
  RoleGiven,
  SubstituteRoleGiven,
  RoleEnded,
  RoleRevoked,
  SubstitutionNoted,
  SubstitutedRoleEnded,
};
export type PersonEvent = EventOf<typeof personEvents>;
