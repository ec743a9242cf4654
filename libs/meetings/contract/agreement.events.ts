import { z } from 'zod';
import {
  atMost,
  CalendarDate,
  eventType,
  MeetingId,
  PersonId,
  SchoolYear,
  ServiceId,
  TimeOfDay,
  UnitId,
  type EventOf,
} from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

/** Content of an agreement between a unit and the services about a school year (R22). */
export const AgreementContent = z.object({
  /** Oldest first. */
  dates: z.array(z.object({ meetingId: MeetingId, on: CalendarDate, startsAt: TimeOfDay })),
  members: z.array(z.object({ personId: PersonId, deputyId: PersonId.nullable() })),
  services: z.array(z.object({ serviceId: ServiceId, mustAttend: z.boolean() })),
});
export type AgreementContent = z.infer<typeof AgreementContent>;

/** The unit, by its leader, or the services, by the leader of a service unit. */
export const AgreementParty = z.enum(['unit', 'services']);
export type AgreementParty = z.infer<typeof AgreementParty>;

const OfUnit = z.object({ unitId: UnitId, schoolYear: SchoolYear, version: atMost(z.int().min(1), 100_000) });

/** A version of the agreement was written down from the year plan and the standing participants; both parties answer. */
export const AgreementProposed = eventType(
  'meetings.AgreementProposed',
  1,
  OfUnit.extend({ proposedBy: PersonId, on: CalendarDate, content: AgreementContent }),
);
/** One party approved this version. It holds once both have. */
export const AgreementApproved = eventType(
  'meetings.AgreementApproved',
  1,
  OfUnit.extend({ party: AgreementParty, approvedBy: PersonId, on: CalendarDate }),
);

export const agreementEvents = { AgreementProposed, AgreementApproved };
export type AgreementEvent = EventOf<typeof agreementEvents>;
