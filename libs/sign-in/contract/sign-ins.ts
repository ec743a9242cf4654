import type { PersonId } from '#platform/kernel';

/** State of an identity's sign-in to a municipality; `unknown` also after it was withdrawn, or has waited for too long. */
export type SignInState =
  | { readonly tenant: string; readonly state: 'unknown' | 'waiting' | 'refused' }
  | { readonly tenant: string; readonly state: 'approved'; readonly personId: PersonId };

/** Details by which the coordinator recognises a person, as the provider tells them. They identify nobody. */
export interface Claimed {
  readonly name: string | null;
  readonly email: string | null;
}

/** Sign-ins of identities that a provider has proven, for the application that receives them. */
export abstract class SignIns {
  /**
   * States of the identity's sign-in to each municipality of the installation, read from its streams: a decision counts
   * at once.
   */
  abstract statesOf(identityId: string): Promise<readonly SignInState[]>;
  /**
   * Municipalities that the person's identities are let in to, the person's own among them; none without an identity.
   */
  abstract tenantsOf(tenant: string, personId: string): Promise<readonly string[]>;
  /**
   * Asks the coordinator of the municipality to let the identity in. Asking again changes only what the coordinator is
   * shown.
   * @returns the state afterwards; undefined when there is no such municipality
   */
  abstract ask(tenant: string, identityId: string, claimed: Claimed): Promise<SignInState | undefined>;
}
