import type { ListedSession, NewProof, NewSession, Session, SessionsOf } from './session.js';
import type { SessionProof } from './session-cookie.js';

/** A session as it is stored. */
export type StoredSession = ListedSession & NewSession;

/**
 * Store of the sessions. Removing one announces `SESSION_ENDED` to every process, together with the removal: neither
 * happens without the other.
 */
export abstract class SessionStore {
  abstract insert(session: StoredSession, digest: Buffer): Promise<void>;
  /** The session of a cookie, valid or expired. Without `issuer`, `subject`, `sid` and the device. */
  abstract find(proof: SessionProof): Promise<FoundSession | undefined>;
  /** Notes a use, if the last one noted is before `ifBefore`. A session that has been removed stays so. */
  abstract touch(session: Pick<StoredSession, 'tenant' | 'sessionId'>, usedAt: Date, ifBefore: Date): Promise<void>;
  /**
   * Notes that the person has confirmed who they are, and gives the session another secret; false if there is no such
   * session, or if it was begun by another identity.
   */
  abstract confirm(session: SessionProof, proof: NewProof, newDigest: Buffer): Promise<boolean>;
  /** All of a person's, valid or expired. */
  abstract list(tenant: string, personId: string): Promise<readonly ListedSession[]>;
  /** Removes one of a person's sessions; false if there is none. */
  abstract removeOne(session: Pick<StoredSession, 'tenant' | 'personId' | 'sessionId'>): Promise<boolean>;
  /** Removes all of them but one (`except`, a session id); returns their number. */
  abstract removeAll(which: SessionsOf, except?: string): Promise<number>;
  /** Removes those, of every tenant, that were last used, or begun, before these moments; returns their number. */
  abstract removeBefore(usedBefore: Date, begunBefore: Date): Promise<number>;
}

export type FoundSession = Session & Pick<StoredSession, 'beganAt' | 'usedAt'>;

/** Topic of the signal that sessions of a person have ended. */
export const SESSION_ENDED = 'session-ended';
/** Its message. */
export interface SessionEnded {
  readonly tenant: string;
  readonly personId: string;
}
