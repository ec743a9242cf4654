import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import type { ServerMetadata } from 'openid-client';
import type { Clock } from '#platform/kernel';
import { CLOCK_TOLERANCE } from './clock-tolerance.js';
import { SignInFailed } from './sign-in-failed.js';

/** Sessions that ended at the provider: one of its sessions, or all of a person. */
export interface EndedAtProvider {
  readonly issuer: string;
  readonly subject?: string;
  readonly sid?: string;
  /** Id of the token, which is accepted once. */
  readonly jti: string;
  /** When the token would no longer be accepted anyway. */
  readonly until: Date;
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Age of a token that is still accepted, in seconds; providers that try again do so within minutes. */
const OLDEST = 3600;
/** An unknown key is looked up at the provider at most this often: tokens can be sent by anybody. */
const LOOK_UP_EVERY_MS = 1_000;
const ASYMMETRIC = /^(RS|PS|ES)(256|384|512)$|^EdDSA$|^Ed25519$/;

/** Verifies logout tokens (OpenID Connect Back-Channel Logout 1.0, 2.6). */
export class LogoutTokens {
  private keys: { readonly uri: string; readonly find: ReturnType<typeof createRemoteJWKSet> } | undefined;

  constructor(
    private readonly clientId: string,
    private readonly clock: Clock,
  ) {}

  /** @throws SignInFailed `untrusted`, or `unavailable` when the provider's keys cannot be read */
  async verify(token: string, metadata: ServerMetadata): Promise<EndedAtProvider> {
    const { payload } = await this.signed(token, metadata).catch((fault: unknown) => {
      const code = fault instanceof errors.JOSEError ? fault.code : 'no answer';
      throw new SignInFailed(code === 'no answer' || code === 'ERR_JWKS_TIMEOUT' ? 'unavailable' : 'untrusted', code);
    });
    const { iss, sub, sid, jti, iat, events } = payload;
    if (!isLogout(events)) throw new SignInFailed('untrusted', 'events');
    if ('nonce' in payload) throw new SignInFailed('untrusted', 'nonce');
    if (typeof jti !== 'string' || jti === '') throw new SignInFailed('untrusted', 'jti');
    if (typeof sub !== 'string' && typeof sid !== 'string') throw new SignInFailed('untrusted', 'neither sub nor sid');
    return {
      issuer: iss!,
      ...(typeof sub === 'string' && { subject: sub }),
      ...(typeof sid === 'string' && { sid }),
      jti,
      until: new Date((iat! + OLDEST + 2 * CLOCK_TOLERANCE) * 1000),
    };
  }

  private signed(
    token: string,
    { issuer, jwks_uri: uri, id_token_signing_alg_values_supported: algorithms = ['RS256'] }: ServerMetadata,
  ): Promise<{ readonly payload: JWTPayload }> {
    if (uri === undefined) throw new SignInFailed('unavailable', 'no jwks_uri');
    if (this.keys?.uri !== uri)
      this.keys = { uri, find: createRemoteJWKSet(new URL(uri), { cooldownDuration: LOOK_UP_EVERY_MS }) };
    return jwtVerify(token, this.keys.find, {
      issuer,
      audience: this.clientId,
      algorithms: algorithms.filter((algorithm) => ASYMMETRIC.test(algorithm)),
      requiredClaims: ['iat'],
      maxTokenAge: OLDEST,
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: this.clock.now(),
    });
  }
}

function isLogout(events: unknown): boolean {
  if (typeof events !== 'object' || events === null) return false;
  const event = (events as Readonly<Record<string, unknown>>)[EVENT];
  return typeof event === 'object' && event !== null;
}
