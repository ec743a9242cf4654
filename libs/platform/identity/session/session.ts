import { z } from 'zod';
import { MunicipalityNumber, PersonId } from '#platform/kernel';

/** Who has signed in, and how. What they may do is not in it: roles are looked up at every request. */
export const Session = z.object({
  municipality: MunicipalityNumber,
  personId: PersonId,
  /** The way in that made it; a session of another way in than today's is not valid. */
  via: z.enum(['persona-picker', 'openid-connect']),
});
export type Session = z.infer<typeof Session>;

/**
 * DI token of the way in: who stands behind what was given as proof. The demo's persona picker today; OpenID Connect
 * takes over this port, and the session cookie after it stays as it is.
 */
export abstract class SignIn {
  abstract readonly via: Session['via'];
  /** The session of the one who proves who they are, or undefined where the proof does not hold. */
  abstract prove(proof: unknown): Promise<Session | undefined>;
}
