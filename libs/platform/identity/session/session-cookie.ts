import { createHash, randomBytes } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';

const TOKEN_BYTES = 32;
const VALUE = /^([a-z0-9]{4,32})\.([\w-]{43})$/;

/** The content of a cookie: a session of this tenant, found by the digest of its secret. */
export interface SessionProof {
  readonly tenant: string;
  readonly digest: Buffer;
}

/**
 * The cookie of a session: the tenant, so that the session is looked up among those of its tenant, and a random secret,
 * of which only the digest is stored. Where browsers connect by https its name begins with `__Host-`: browsers then
 * accept it from this host only, not from a neighbour of the same domain.
 */
export class SessionCookie {
  readonly name: string;

  constructor(private readonly secure: boolean) {
    this.name = secure ? '__Host-samspill-session' : 'samspill-session';
  }

  /** A new cookie value, and what is stored of it. */
  make(tenant: string): { readonly value: string; readonly digest: Buffer } {
    const secret = randomBytes(TOKEN_BYTES).toString('base64url');
    return { value: `${tenant}.${secret}`, digest: digestOf(secret) };
  }

  /** The proof in a `Cookie` header; undefined for none, and for one of another form, as older versions set. */
  read(header: string | undefined): SessionProof | undefined {
    const [, tenant, secret] = VALUE.exec(parseCookie(header ?? '')[this.name] ?? '') ?? [];
    return tenant === undefined || secret === undefined ? undefined : { tenant, digest: digestOf(secret) };
  }

  /** A `Set-Cookie` header; `seconds` is 0 to remove the cookie. */
  header(value: string, seconds: number): string {
    const { name, secure } = this;
    return stringifySetCookie({ name, value, maxAge: seconds, secure, httpOnly: true, sameSite: 'lax', path: '/' });
  }
}

/** Fast on purpose: a secret of 256 random bits cannot be guessed, and every request computes it. */
const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
