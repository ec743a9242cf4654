import type { Response } from 'express';
import { ProblemError, type AskedRequest } from '#platform/http';
import { type Askers, type Sessions, type Asker } from '#platform/identity';
import { dayOf, type Clock } from '#platform/kernel';
import type { Log } from '#platform/observability';
import {
  SignInFailed,
  type IdentityIds,
  type OpenIdProvider,
  type SealedCookies,
  type UsedOnce,
} from '#platform/openid';
import { logSignIn } from '../session/sign-in-log.js';
import {
  ID_TOKEN_COOKIE,
  LONGEST_ID_TOKEN,
  type Pending,
  pendingCookie,
  PROVEN_COOKIE,
  type Proven,
} from './openid-cookies.js';

/** The parts of sign-in by OpenID Connect. */
export interface OpenIdParts {
  readonly provider: OpenIdProvider;
  readonly cookies: SealedCookies;
  readonly used: UsedOnce;
  readonly ids: IdentityIds;
  readonly clock: Clock;
}

/** Sign-in by OpenID Connect; without parts where the installation uses the demo's sign-in. */
export class OpenIdConnect {
  constructor(
    private readonly own: OpenIdParts | undefined,
    private readonly askers: Askers,
    private readonly sessions: Sessions,
    private readonly log: Log,
  ) {}

  get isUsed(): boolean {
    return this.own !== undefined;
  }

  /** @throws ProblemError `not-found` where the installation uses the demo's sign-in */
  get parts(): OpenIdParts {
    if (!this.own) throw new ProblemError('not-found');
    return this.own;
  }

  /**
   * Begins a sign-in in this browser and returns the address at the provider. In a confirmation somebody who is signed in
   * proves once more who they are.
   * @throws SignInFailed
   */
  async begin(
    response: Response,
    wish: Pick<Pending, 'returnTo' | 'choose' | 'invitation'>,
    isConfirmation = false,
  ): Promise<string> {
    const { provider, cookies } = this.parts;
    const { url, pending } = await provider.begin({ isConfirmation });
    response.append('Set-Cookie', await cookies.seal(pendingCookie(pending.state), { ...pending, ...wish }));
    return url.href;
  }

  /** Reads how the sign-in with this state was begun in this browser; undefined if none was. */
  begunBy(request: AskedRequest, state: string): Promise<Pending | undefined> {
    return this.parts.cookies.open(pendingCookie(state), request.get('cookie'));
  }

  /** Ends the sign-in that was begun with this state in this browser; each once. @throws SignInFailed */
  async finish(request: AskedRequest, response: Response, state: string): Promise<Proven> {
    const { provider, cookies, used, ids, clock } = this.parts;
    const cookie = pendingCookie(state);
    const pending: Pending | undefined = await cookies.open(cookie, request.get('cookie'));
    if (!pending || pending.state !== state) throw new SignInFailed('expired', 'no sign-in was begun here');
    response.append('Set-Cookie', cookies.remove(cookie));
    const until = new Date(clock.now().getTime() + cookie.seconds * 1000);
    if (!(await used.use('sign-in', state, until))) throw new SignInFailed('used', 'state');
    const { search } = new URL(request.originalUrl, 'http://own.invalid');
    const { issuer, subject, sid, idToken, profile, authenticatedAt } = await provider.finish(search, pending);
    if (idToken.length <= LONGEST_ID_TOKEN)
      response.append('Set-Cookie', await cookies.seal(ID_TOKEN_COOKIE, { idToken }));
    const identityId = await ids.of(issuer, subject);
    const { returnTo, choose } = pending;
    return {
      identityId,
      issuer,
      ...(sid !== undefined && { sid }),
      ...(authenticatedAt && { authenticatedAt: authenticatedAt.toISOString() }),
      ...{ ...profile, returnTo, choose },
    };
  }

  /**
   * Notes in the session of this browser that its person has confirmed who they are.
   * @throws SignInFailed `another-person` when the identity is not the one that began the session
   */
  async confirm(request: AskedRequest, response: Response, proven: Proven): Promise<void> {
    const { identityId: subject, issuer, sid, authenticatedAt } = proven;
    if (authenticatedAt === undefined) throw new SignInFailed('not-renewed', 'auth_time');
    const proof = { issuer, subject, ...(sid !== undefined && { sid }), authenticatedAt: new Date(authenticatedAt) };
    const session = await this.sessions.open(request);
    if (session && (await this.sessions.confirm(request, response, proof)))
      return logSignIn(this.log, 'a person confirmed who they are', request, session);
    throw session ? new SignInFailed('another-person', 'sub') : new SignInFailed('expired', 'no session');
  }

  /** The person of the municipality, if they hold a role today. */
  find(tenant: string, personId: string, request: AskedRequest): Promise<Asker | undefined> {
    return this.askers.find(tenant, personId, dayOf(this.parts.clock.now()), request.language);
  }

  /** Begins the session of a proven identity that is let in as this person. The session names no subject of the provider. */
  async enter(
    request: AskedRequest,
    response: Response,
    { tenant, personId }: Pick<Asker, 'tenant' | 'personId'>,
    { identityId: subject, issuer, sid, authenticatedAt }: Proven,
  ): Promise<void> {
    response.append('Set-Cookie', this.parts.cookies.remove(PROVEN_COOKIE));
    const begun = await this.sessions.begin(request, response, {
      tenant,
      personId,
      via: 'openid-connect',
      issuer,
      subject,
      ...(sid !== undefined && { sid }),
      ...(authenticatedAt !== undefined && { authenticatedAt: new Date(authenticatedAt) }),
    });
    logSignIn(this.log, 'a person signed in', request, begun);
  }

  /** Ends sessions that ended at the provider. @throws SignInFailed */
  async endedAtProvider(logoutToken: string): Promise<void> {
    const { provider, used, ids } = this.parts;
    const { issuer, subject, sid, jti, until } = await provider.endedBy(logoutToken);
    const id = `${issuer} ${jti}`;
    if (await used.wasUsed('logout', id)) throw new SignInFailed('used', 'jti');
    // Marked as used afterwards: after a crash in between, the provider's next attempt must still end the sessions.
    if (sid !== undefined) await this.sessions.endAll({ issuer, sid });
    else if (subject !== undefined) await this.sessions.endAll({ issuer, subject: await ids.of(issuer, subject) });
    await used.use('logout', id, until);
  }

  /** Ends the sessions that came of one session at the provider. */
  async endedInBrowser(issuer: string, sid: string): Promise<void> {
    if (issuer === this.parts.provider.issuer) await this.sessions.endAll({ issuer, sid });
  }

  /** Address at which the browser signs out at the provider too; null if there is none. */
  async signOutAt(request: AskedRequest, response: Response): Promise<string | null> {
    if (!this.own) return null;
    const { cookies, provider } = this.own;
    const kept = await cookies.open(ID_TOKEN_COOKIE, request.get('cookie'));
    response.append('Set-Cookie', cookies.remove(ID_TOKEN_COOKIE));
    return (await provider.signOutUrl(kept?.idToken)) ?? null;
  }
}
