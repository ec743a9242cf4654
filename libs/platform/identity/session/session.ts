import { z } from 'zod';
import { PersonId, TenantId } from '#platform/kernel';

/** The signed-in person and the sign-in method. Contains no rights: roles are looked up at every request. */
export interface Session {
  readonly tenant: string;
  readonly personId: string;
  /** The sign-in method that made it; a session of another method than the current one is invalid. */
  readonly via: 'persona-picker' | 'openid-connect';
}
/** Accepts cookies of versions before tenants, which name the tenant `municipality`. */
export const SessionSchema: z.ZodType<Session> = z.preprocess(
  (session) =>
    typeof session === 'object' && session !== null && 'municipality' in session
      ? { tenant: session.municipality, ...session }
      : session,
  z.object({ tenant: TenantId, personId: PersonId, via: z.enum(['persona-picker', 'openid-connect']) }),
);

/**
 * DI token of sign-in: identifies the person from a proof. The demo's persona picker today; OpenID Connect will
 * implement this port, and the session cookie stays the same.
 */
export abstract class SignIn {
  abstract readonly via: Session['via'];
  /** The session of the proven person, or undefined if the proof is not valid. */
  abstract prove(proof: unknown): Promise<Session | undefined>;
}
