import { randomUUID } from 'node:crypto';
import { outageOf } from '#platform/database';
import type { Clock } from '#platform/kernel';
import { deviceOf } from './device.js';
import { SessionCookie } from './session-cookie.js';
import { endOfSessions, hasEnded, isRecent, noteUseIfBefore, type SessionLimits } from './session-limits.js';
import type { FoundSession, SessionStore } from './session-store.js';
import type { ListedSession, NewProof, NewSession, Session, SessionsOf, SignInMethod } from './session.js';

/** The part of a request that sessions read: Express's requests are such. */
export interface RequestHeaders {
  get(name: string): string | undefined;
}
/** The part of an answer that sessions write: Express's responses are such. */
export interface ResponseHeaders {
  append(name: string, value: string): unknown;
}

export interface SessionOptions extends SessionLimits {
  /** True when browsers connect by https. */
  readonly secure: boolean;
  /** The sign-in methods in use; a session of another one is not valid. */
  readonly accepts: readonly SignInMethod[];
}

/**
 * DI token of sessions: who is signed in, in which browser. An ended session is refused from the next request on, in
 * every process, and its live streams end.
 */
export class Sessions {
  private readonly cookie: SessionCookie;

  constructor(
    private readonly store: SessionStore,
    private readonly options: SessionOptions,
    private readonly clock: Clock,
  ) {
    this.cookie = new SessionCookie(options.secure);
  }

  /** How long sessions last, for those who have them. */
  get limits(): SessionLimits {
    const { idleMinutes, hours, confirmMinutes } = this.options;
    return { idleMinutes, hours, confirmMinutes };
  }

  /** True if the person has proven recently who they are, as sensitive operations demand. */
  isConfirmed({ authenticatedAt }: Pick<Session, 'authenticatedAt'>): boolean {
    return isRecent(authenticatedAt, this.options, this.clock.now());
  }

  /** The session of a request, or undefined if there is none that is valid. Looking is not a use of the session. */
  async open(request: RequestHeaders): Promise<Session | undefined> {
    const found = await this.valid(request);
    return found && opened(found);
  }

  /** The same, and the session is in use: its idle time-out begins anew. */
  async use(request: RequestHeaders): Promise<Session | undefined> {
    const found = await this.valid(request);
    if (!found) return undefined;
    const now = this.clock.now();
    const ifBefore = noteUseIfBefore(this.options, now);
    if (found.usedAt < ifBefore) await unlessCannotSave(this.store.touch(found, now, ifBefore));
    return opened(found);
  }

  /**
   * Begins a session with an id of its own and gives its cookie to the browser. The session that the browser had ends
   * first: after a crash between the two the person is signed out, and signs in again.
   */
  async begin(request: RequestHeaders, response: ResponseHeaders, session: NewSession): Promise<Session> {
    await this.remove(request);
    const { value, stored } = await this.insert(session, request.get('user-agent'));
    response.append('Set-Cookie', this.cookie.header(value, this.options.hours * 3600));
    return opened(stored);
  }

  /**
   * The person of the request's session has confirmed who they are: the session gets another secret, and the earlier one
   * is worthless from then on. False if the request has no valid session, or if another identity began it.
   */
  async confirm(request: RequestHeaders, response: ResponseHeaders, proof: NewProof): Promise<boolean> {
    const session = this.cookie.read(request.get('cookie'));
    const found = session && (await this.valid(request));
    if (!found) return false;
    const { value, digest } = this.cookie.make(found.tenant);
    if (!(await this.store.confirm(session, proof, digest))) return false;
    const beganBefore = this.clock.now().getTime() - found.beganAt.getTime();
    response.append(
      'Set-Cookie',
      this.cookie.header(value, this.options.hours * 3600 - Math.floor(beganBefore / 1000)),
    );
    return true;
  }

  /** Ends the session of the request, if any, and removes its cookie from the browser. */
  async end(request: RequestHeaders, response: ResponseHeaders): Promise<void> {
    await this.remove(request);
    response.append('Set-Cookie', this.cookie.header('', 0));
  }

  /** Ends one of a person's sessions; false if there is none. */
  endOne(tenant: string, personId: string, sessionId: string): Promise<boolean> {
    return this.store.removeOne({ tenant, personId, sessionId });
  }

  /** Ends all of them but one (`except`, a session id); returns their number. */
  endAll(which: SessionsOf, except?: string): Promise<number> {
    return this.store.removeAll(which, except);
  }

  /** A person's valid sessions, the last used first. */
  async list(tenant: string, personId: string): Promise<readonly ListedSession[]> {
    const all = await this.store.list(tenant, personId);
    return all.filter((session) => this.isValid(session)).toSorted(lastUsedFirst);
  }

  /** Begins a session without a browser, of a person who is known, and returns its cookie, `name=value`. */
  async issue(session: NewSession): Promise<string> {
    const { value } = await this.insert({ authenticatedAt: this.clock.now(), ...session }, undefined);
    return `${this.cookie.name}=${value}`;
  }

  /** Removes sessions that have expired. They are refused before that. */
  async removeExpired(now: Date): Promise<void> {
    const { usedBefore, begunBefore } = endOfSessions(this.options, now);
    await this.store.removeBefore(usedBefore, begunBefore);
  }

  /** Ends every session of the installation; returns their number. For the operator. */
  endEverybodys(): Promise<number> {
    const later = new Date(this.clock.now().getTime() + LONGEST_MS);
    return this.store.removeBefore(later, later);
  }

  private async insert(session: NewSession, userAgent: string | undefined) {
    const now = this.clock.now();
    const { value, digest } = this.cookie.make(session.tenant);
    const times = { beganAt: now, usedAt: now };
    const stored = { ...session, sessionId: randomUUID(), ...times, ...deviceOf(userAgent) };
    await this.store.insert(stored, digest);
    return { value, stored };
  }

  private async remove(request: RequestHeaders): Promise<void> {
    const found = await this.find(request);
    if (found) await this.store.removeOne(found);
  }

  private async valid(request: RequestHeaders): Promise<FoundSession | undefined> {
    const found = await this.find(request);
    return found && this.isValid(found) ? found : undefined;
  }

  private async find(request: RequestHeaders): Promise<FoundSession | undefined> {
    const proof = this.cookie.read(request.get('cookie'));
    return proof && (await this.store.find(proof));
  }

  private isValid(session: Pick<FoundSession, 'via' | 'beganAt' | 'usedAt'>): boolean {
    return this.options.accepts.includes(session.via) && !hasEnded(session, this.options, this.clock.now());
  }
}

/** Sessions of a clock that was set back begin in its future: no clock is off by so much. */
const LONGEST_MS = 100 * 365 * 24 * 3_600_000;

type Opened = Omit<Session, 'authenticatedAt'> & { readonly authenticatedAt?: Date | null };
const opened = ({ sessionId, tenant, personId, via, authenticatedAt = null }: Opened): Session => ({
  ...{ sessionId, tenant, personId, via },
  authenticatedAt,
});

const lastUsedFirst = (a: ListedSession, b: ListedSession): number =>
  b.usedAt.getTime() - a.usedAt.getTime() ||
  b.beganAt.getTime() - a.beganAt.getTime() ||
  (a.sessionId < b.sessionId ? -1 : 1);

/** A database that cannot write still answers reads: the use is noted at a later request. */
async function unlessCannotSave(noting: Promise<void>): Promise<void> {
  try {
    await noting;
  } catch (fault) {
    if (outageOf(fault) !== 'cannot-save') throw fault;
  }
}
