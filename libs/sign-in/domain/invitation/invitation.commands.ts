import type { CalendarDate, PersonId } from '#platform/kernel';

/** Gives a person a link by which they let themselves in; an earlier one ends. */
export interface InvitePerson {
  readonly type: 'InvitePerson';
  readonly personId: PersonId;
  /** Whether the person holds a role in the municipality today or later. */
  readonly holdsRole: boolean;
  /** SHA-256 of the link's secret, in hexadecimal. */
  readonly digest: string;
  /** ISO instant from which the link no longer works. */
  readonly until: string;
  readonly on: CalendarDate;
}
/** An identity that the provider has proven comes by the link. */
export interface AcceptInvitation {
  readonly type: 'AcceptInvitation';
  readonly digest: string;
  readonly identityId: string;
  readonly holdsRole: boolean;
  /** Whether the identity signs in as another person of the municipality. */
  readonly isAnothers: boolean;
  /** ISO instant. */
  readonly now: string;
  readonly on: CalendarDate;
}
/** Ends the link of the person. */
export interface RevokeInvitation {
  readonly type: 'RevokeInvitation';
  readonly on: CalendarDate;
}
export type InvitationCommand = InvitePerson | AcceptInvitation | RevokeInvitation;
