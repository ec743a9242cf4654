/**
 * Why a sign-in at the provider gave no session:
 * - `unavailable`: the provider does not answer, or reports a fault of its own
 * - `denied`: the person cancelled, or the provider refused them
 * - `expired`: it was begun in another browser, or too long ago
 * - `used`: the same answer of the provider came a second time
 * - `level`: the level of assurance is lower than what is required
 * - `not-renewed`: the person was to confirm who they are, and the provider does not say that they have
 * - `another-person`: somebody else than the person of the session has authenticated
 * - `untrusted`: the answer is not the provider's answer to this sign-in
 */
export type SignInFailure =
  'unavailable' | 'denied' | 'expired' | 'used' | 'level' | 'not-renewed' | 'another-person' | 'untrusted';

/** A sign-in that failed. `code` is a technical name for the log, without personal data. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';

  constructor(
    readonly failure: SignInFailure,
    readonly code: string,
  ) {
    super(`${failure}: ${code}`);
  }
}
