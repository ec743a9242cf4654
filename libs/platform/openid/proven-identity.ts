/** The holder of a pending sign-in: made at its start, needed at its end, kept by the browser alone. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
  /**
   * Set in a confirmation: an authentication before this moment does not count. Seconds since 1970,
   * by the installation's clock.
   */
  readonly renewedSince?: number | undefined;
}

/** A person as the provider proved them. The pair of issuer and subject identifies them; nothing else does. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** The provider's session, if it names it. */
  readonly sid?: string;
  /**
   * When the person authenticated, at a level that sensitive operations demand; undefined if the provider does not say.
   */
  readonly authenticatedAt?: Date;
  /** The ID token as it was sent, for signing out at the provider. Holds personal data: never log or store it. */
  readonly idToken: string;
  /** Name and mail address for people to recognise each other by; they identify nobody. */
  readonly profile: Profile;
}

export interface Profile {
  readonly name: string | null;
  readonly email: string | null;
}
