/** State of an invitation link. `unknown` also where a later invitation of the person has replaced it. */
export type InvitationState = 'open' | 'used' | 'expired' | 'revoked' | 'unknown';

/** An invitation that its link shows. */
export interface LookedAtInvitation {
  readonly state: InvitationState;
  /** The municipality and the person that it is for; null unless it is open. */
  readonly tenant: string | null;
  readonly personId: string | null;
  /** When the link ends, as an ISO instant; null unless it is open. */
  readonly until: string | null;
}

/**
 * Why an invitation let nobody in. `another`: the identity already signs in as another person of the municipality;
 * `without-role`: the invited person holds no role any more.
 */
export type InvitationRefusal = Exclude<InvitationState, 'open'> | 'another' | 'without-role';
export type AcceptedInvitation =
  { readonly tenant: string; readonly personId: string } | { readonly refusal: InvitationRefusal };

/** Invitations that the application receives: a link holds a token, and this says what it may do. */
export abstract class Invitations {
  /** State of the link; reading it changes nothing. */
  abstract look(token: string): Promise<LookedAtInvitation>;
  /**
   * Lets the identity in as the invited person, if it is the first to come by the link. The same identity may come again,
   * as after a crash in between.
   */
  abstract accept(token: string, identityId: string): Promise<AcceptedInvitation>;
}
