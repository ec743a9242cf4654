import { z } from 'zod';
import { MunicipalityNumber, PersonId } from '#platform/kernel';

/** Who has signed in, and how. What they may do is not in it: roles are looked up at every request. */
export interface Session {
  readonly municipality: string;
  readonly personId: string;
  /** The way in that made it; a session of another way in than today's is not valid. */
  readonly via: 'persona-picker' | 'openid-connect';
}
export const SessionSchema: z.ZodType<Session> = z.object({
  municipality: MunicipalityNumber,
  personId: PersonId,
  via: z.enum(['persona-picker', 'openid-connect']),
});

/**
 * DI token of the way in: who stands behind what was given as proof. The demo's persona picker today; OpenID Connect
 * takes over this port, and the session cookie after it stays as it is.
 */
export abstract class SignIn {
  abstract readonly via: Session['via'];
  /** The session of the one who proves who they are, or undefined where the proof does not hold. */
  abstract prove(proof: unknown): Promise<Session | undefined>;
}
