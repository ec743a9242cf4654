import type { Signals } from '#platform/database';
import type { SessionProof } from './session-cookie.js';
import { SESSION_ENDED, SessionStore, type StoredSession } from './session-store.js';
import type { ListedSession, NewProof, SessionsOf } from './session.js';

type Kept = StoredSession & { readonly digest: Buffer };

/** The store of sessions without a database, for specifications of what uses sessions. */
export class InMemorySessionStore extends SessionStore {
  private kept: readonly Kept[] = [];

  constructor(private readonly signals?: Signals) {
    super();
  }

  insert(session: StoredSession, digest: Buffer): Promise<void> {
    this.kept = [...this.kept, { ...session, digest }];
    return Promise.resolve();
  }

  find({ tenant, digest }: SessionProof) {
    const found = this.kept.find((each) => each.tenant === tenant && each.digest.equals(digest));
    if (!found) return Promise.resolve(undefined);
    const { personId, sessionId, via, beganAt, usedAt, authenticatedAt = null } = found;
    return Promise.resolve({ tenant, personId, sessionId, via, beganAt, usedAt, authenticatedAt });
  }

  confirm({ tenant, digest }: SessionProof, proof: NewProof, newDigest: Buffer): Promise<boolean> {
    const { issuer, subject, sid, authenticatedAt } = proof;
    const isIt = (each: Kept) =>
      each.tenant === tenant && each.digest.equals(digest) && each.issuer === issuer && each.subject === subject;
    const found = this.kept.find(isIt);
    if (!found) return Promise.resolve(false);
    const confirmed = { ...found, authenticatedAt, digest: newDigest, ...(sid !== undefined && { sid }) };
    this.kept = this.kept.map((each) => (each === found ? confirmed : each));
    return Promise.resolve(true);
  }

  touch({ sessionId }: Pick<StoredSession, 'sessionId'>, usedAt: Date, ifBefore: Date): Promise<void> {
    const isDue = (each: Kept) => each.sessionId === sessionId && each.usedAt < ifBefore;
    this.kept = this.kept.map((each) => (isDue(each) ? { ...each, usedAt } : each));
    return Promise.resolve();
  }

  list(tenant: string, personId: string): Promise<readonly ListedSession[]> {
    const own = this.kept.filter((each) => each.tenant === tenant && each.personId === personId);
    return Promise.resolve(
      own.map(({ sessionId, via, beganAt, usedAt, browser, system }) => ({
        ...{ sessionId, via, beganAt, usedAt },
        ...{ browser, system },
      })),
    );
  }

  removeOne({ sessionId, personId, tenant }: Pick<StoredSession, 'tenant' | 'personId' | 'sessionId'>) {
    const isIt = (each: Kept) => each.sessionId === sessionId && each.personId === personId && each.tenant === tenant;
    return Promise.resolve(this.remove(isIt) > 0);
  }

  removeAll(which: SessionsOf, except?: string): Promise<number> {
    const wanted = Object.entries(which);
    const isOf = (each: Kept) => wanted.every(([key, value]) => each[key as keyof Kept] === value);
    return Promise.resolve(this.remove((each) => isOf(each) && each.sessionId !== except));
  }

  removeBefore(usedBefore: Date, begunBefore: Date): Promise<number> {
    return Promise.resolve(this.remove((each) => each.usedAt < usedBefore || each.beganAt < begunBefore));
  }

  private remove(isGone: (each: Kept) => boolean): number {
    const gone = this.kept.filter(isGone);
    this.kept = this.kept.filter((each) => !gone.includes(each));
    for (const { tenant, personId } of gone) this.signals?.publish(SESSION_ENDED, { tenant, personId });
    return gone.length;
  }
}
