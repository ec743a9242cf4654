import { z } from 'zod';
import { atMost, CalendarDate, eventType, PersonId, ServiceId, UnitId, type EventOf } from '#platform/kernel';
import { UnitKind } from './settings.js';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

export const Ownership = z.enum(['public', 'private']);
export const UnitDetails = z.object({
  name: z.string().min(1).max(200),
  kind: UnitKind,
  ownership: Ownership,
  /** Number of children or pupils in the public register, if known. */
  children: atMost(z.int().min(0), 100_000).nullable(),
  /** District, in a municipality that has districts. */
  area: z.string().max(100).nullable(),
});
export type UnitDetails = z.infer<typeof UnitDetails>;

/**
 * Obligation to meet every mandatory month, or exemption by kind of unit (open and family kindergartens), with the
 * reason.
 */
export const Obligation = z.object({ obliged: z.boolean(), reason: z.string().max(500).nullable() });
export type Obligation = z.infer<typeof Obligation>;

export const UnitRegistered = eventType(
  'registry.UnitRegistered',
  1,
  UnitDetails.extend({ unitId: UnitId, obligation: Obligation, from: CalendarDate }),
);
export const UnitDetailsChanged = eventType('registry.UnitDetailsChanged', 1, UnitDetails);
export const UnitObligationChanged = eventType(
  'registry.UnitObligationChanged',
  1,
  Obligation.extend({ from: CalendarDate }),
);
/** The unit joins the meetings of another unit, which count for both. `null` ends it. */
export const JointMeetingPlaceSet = eventType(
  'registry.JointMeetingPlaceSet',
  1,
  z.object({ hostUnitId: UnitId.nullable(), from: CalendarDate }),
);
/** `on` is the last open day. A second event before that day has passed replaces the announced day. */
export const UnitClosed = eventType(
  'registry.UnitClosed',
  1,
  z.object({ on: CalendarDate, reason: z.string().max(500) }),
);
export const UnitReopened = eventType('registry.UnitReopened', 1, z.object({ on: CalendarDate }));
/** An announced closure was withdrawn before it began. */
export const UnitClosureWithdrawn = eventType('registry.UnitClosureWithdrawn', 1, z.object({}));

/** A service serves the unit (R8, R9); when it must attend, its absence is shown. */
export const ServiceAssigned = eventType(
  'registry.ServiceAssigned',
  1,
  z.object({ serviceId: ServiceId, contactId: PersonId.nullable(), mustAttend: z.boolean() }),
);
export const ServiceUnassigned = eventType('registry.ServiceUnassigned', 1, z.object({ serviceId: ServiceId }));

export const StandingParticipant = z.object({ personId: PersonId, deputyId: PersonId.nullable() });
export type StandingParticipant = z.infer<typeof StandingParticipant>;
export const StandingParticipantsSet = eventType(
  'registry.StandingParticipantsSet',
  1,
  z.object({ participants: z.array(StandingParticipant) }),
);

export const unitEvents = {
  UnitRegistered,
  UnitDetailsChanged,
  UnitObligationChanged,
  JointMeetingPlaceSet,
  UnitClosed,
  UnitReopened,
  UnitClosureWithdrawn,
  ServiceAssigned,
  ServiceUnassigned,
  StandingParticipantsSet,
};
export type UnitEvent = EventOf<typeof unitEvents>;
