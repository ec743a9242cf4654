import { z } from 'zod';
import { CalendarDate, eventType, PersonId, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.
// The stream is named by a keyed hash of issuer and subject. Names and mail addresses that the provider told are not
// part of the log.

/** Somebody who signed in at the provider asked to be let into the municipality. */
export const SignInAsked = eventType('sign-in.SignInAsked', 1, z.object({ on: CalendarDate }));
/** The coordinator recognised them: this identity signs in as the person from now on. */
export const SignInApproved = eventType(
  'sign-in.SignInApproved',
  1,
  z.object({ personId: PersonId, on: CalendarDate }),
);
/** The coordinator did not let them in. */
export const SignInRefused = eventType('sign-in.SignInRefused', 1, z.object({ on: CalendarDate }));
/** The identity no longer signs in as the person. */
export const SignInWithdrawn = eventType(
  'sign-in.SignInWithdrawn',
  1,
  z.object({ personId: PersonId, on: CalendarDate }),
);

export const identityEvents = { SignInAsked, SignInApproved, SignInRefused, SignInWithdrawn };
export type IdentityEvent = EventOf<typeof identityEvents>;
