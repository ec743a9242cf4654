import { z } from 'zod';
import { CalendarDate, eventType, PersonId, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.
// One stream per person, and one for everybody. Sessions themselves are no part of the log.

/** Somebody else signed the person out everywhere; who did is the event's actor. */
export const SignedOutByOther = eventType(
  'sign-in.SignedOutByOther',
  1,
  z.object({ personId: PersonId, on: CalendarDate }),
);
/** The operator signed out everybody of the installation, and so of this municipality. */
export const EverybodySignedOut = eventType('sign-in.EverybodySignedOut', 1, z.object({ on: CalendarDate }));

export const signOutEvents = { SignedOutByOther, EverybodySignedOut };
export type SignOutEvent = EventOf<typeof signOutEvents>;
