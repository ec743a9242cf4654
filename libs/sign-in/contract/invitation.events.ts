import { z } from 'zod';
import { CalendarDate, eventType, PersonId, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.
// One stream per person. The secret of the link is nowhere in the log, only its digest.

/** A person of the register may let themselves in by a link. An earlier link of the person ends. */
export const PersonInvited = eventType(
  'sign-in.PersonInvited',
  1,
  z.object({
    personId: PersonId,
    /** SHA-256 of the link's secret, which has 256 random bits, in hexadecimal. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    /** Instant from which the link no longer works. */
    until: z.iso.datetime(),
    on: CalendarDate,
  }),
);
/** The identity signed in by the link, as the first: it signs in as the person from now on. */
export const InvitationAccepted = eventType(
  'sign-in.InvitationAccepted',
  1,
  z.object({ personId: PersonId, identityId: z.uuid(), on: CalendarDate }),
);
/** The link no longer works. */
export const InvitationRevoked = eventType(
  'sign-in.InvitationRevoked',
  1,
  z.object({ personId: PersonId, on: CalendarDate }),
);

export const invitationEvents = { PersonInvited, InvitationAccepted, InvitationRevoked };
export type InvitationEvent = EventOf<typeof invitationEvents>;
