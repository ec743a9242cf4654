import { jwtVerify, SignJWT } from 'jose';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Clock } from '#platform/kernel';
import { SessionSchema, type Session } from './session.js';
import {
  Sessions,
  type ListedSession,
  type NewSession,
  type RequestHeaders,
  type ResponseHeaders,
} from './sessions.js';

const NAME = 'samspill-session';
const ISSUER = 'samspill';
const HOURS = 8;
/** A session in use is renewed when it is older than this. */
const RENEW_AFTER_SECONDS = 10 * 60;

export interface SessionCookieOptions {
  /** At least 32 bytes; its holder can act as anyone. */
  readonly key: Uint8Array;
  /** True when browsers connect by https. */
  readonly secure: boolean;
  /** The sign-in method in use. */
  readonly via: Session['via'];
}

/** The session as a signed cookie (JWT, HS256) that expires eight hours after the last use. Contains ids only. */
export class SessionCookies extends Sessions {
  constructor(
    private readonly options: SessionCookieOptions,
    private readonly clock: Clock,
  ) {
    super();
    if (options.key.length < 32) throw new Error('The session key must be at least 32 bytes');
  }

  async open(request: RequestHeaders): Promise<Session | undefined> {
    return (await this.read(request.get('cookie')))?.session;
  }

  async use(request: RequestHeaders, response: ResponseHeaders): Promise<Session | undefined> {
    const opened = await this.read(request.get('cookie'));
    if (opened?.renew) response.append('Set-Cookie', await this.seal(opened.session));
    return opened?.session;
  }

  async begin(_: RequestHeaders, response: ResponseHeaders, session: NewSession): Promise<Session> {
    response.append('Set-Cookie', await this.seal(session));
    return { tenant: session.tenant, personId: session.personId, via: this.options.via };
  }

  async issue(session: NewSession): Promise<string> {
    return (await this.seal(session)).split(';')[0]!;
  }

  end(_: RequestHeaders, response: ResponseHeaders): Promise<void> {
    response.append('Set-Cookie', this.cookie('', 0));
    return Promise.resolve();
  }

  /** A signed cookie cannot be ended by anyone but its browser. */
  endOne(): Promise<boolean> {
    return Promise.resolve(false);
  }
  endAll(): Promise<number> {
    return Promise.resolve(0);
  }
  list(): Promise<readonly ListedSession[]> {
    return Promise.resolve([]);
  }

  /** The session in a `Cookie` header; undefined when there is none, or it has expired, or was not made here. */
  private async read(header: string | undefined): Promise<{ session: Session; renew: boolean } | undefined> {
    const token = parseCookie(header ?? '')[NAME];
    if (token === undefined) return undefined;
    try {
      const { payload } = await jwtVerify(token, this.options.key, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        currentDate: this.clock.now(),
        requiredClaims: ['exp', 'iat'],
      });
      const session = SessionSchema.parse(payload['session']);
      if (session.via !== this.options.via) return undefined;
      return { session, renew: this.seconds() - payload.iat! > RENEW_AFTER_SECONDS };
    } catch {
      // Forged, expired or signed with an earlier key: in each case nobody is signed in.
      return undefined;
    }
  }

  /** A `Set-Cookie` header that begins or renews the session; `via` is always the current sign-in method. */
  private async seal({ tenant, personId }: Pick<Session, 'tenant' | 'personId'>): Promise<string> {
    const now = this.seconds();
    const session: Session = { tenant, personId, via: this.options.via };
    const token = await new SignJWT({ session })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setIssuedAt(now)
      .setExpirationTime(now + HOURS * 3600)
      .sign(this.options.key);
    return this.cookie(token, HOURS * 3600);
  }

  private cookie(value: string, maxAge: number): string {
    const { secure } = this.options;
    return stringifySetCookie({ name: NAME, value, maxAge, secure, httpOnly: true, sameSite: 'lax', path: '/' });
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
