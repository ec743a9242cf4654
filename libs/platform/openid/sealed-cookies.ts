import { parseCookie, stringifySetCookie } from 'cookie';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { ZodType } from 'zod';
import { derivedKeys, type Clock } from '#platform/kernel';

/** A cookie whose content only this installation can read and make. */
export interface SealedCookie<Content extends object> {
  readonly name: string;
  /** The paths that the browser sends it to. */
  readonly path: string;
  readonly seconds: number;
  readonly schema: ZodType<Content>;
}

/**
 * Short-lived data that the browser keeps for the installation: encrypted and authenticated (A256GCM) with a key derived
 * from the session key, readable by no script, and valid for a limited time and one purpose.
 */
export class SealedCookies {
  /** The key that seals, and then one whose cookies are opened beside. */
  private readonly keys: readonly Uint8Array[];

  /** @param previous the previous session key: a sign-in that began with it can still be finished */
  constructor(
    sessionKey: Uint8Array,
    private readonly secure: boolean,
    private readonly clock: Clock,
    previous?: Uint8Array,
  ) {
    this.keys = derivedKeys('samspill sealed cookies', sessionKey, previous);
  }

  /** A `Set-Cookie` header. */
  async seal<Content extends object>(cookie: SealedCookie<Content>, content: Content): Promise<string> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const token = await new EncryptJWT({ content })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setSubject(cookie.name)
      .setIssuedAt(now)
      .setExpirationTime(now + cookie.seconds)
      .encrypt(this.keys[0]!);
    return this.header(cookie, token, cookie.seconds);
  }

  /** The content; undefined for none, for one that has expired, and for one that was not made here for this purpose. */
  async open<Content extends object>(
    cookie: SealedCookie<Content>,
    header: string | undefined,
  ): Promise<Content | undefined> {
    const token = parseCookie(header ?? '')[cookie.name];
    if (token === undefined) return undefined;
    for (const key of this.keys) {
      const content = await this.opened(cookie, token, key);
      if (content) return content;
    }
    return undefined;
  }

  private async opened<Content extends object>(
    { name, schema }: SealedCookie<Content>,
    token: string,
    key: Uint8Array,
  ): Promise<Content | undefined> {
    try {
      const { payload } = await jwtDecrypt(token, key, {
        subject: name,
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
        requiredClaims: ['exp', 'iat'],
        currentDate: this.clock.now(),
      });
      return schema.parse(payload['content']);
    } catch {
      return undefined;
    }
  }

  /** A `Set-Cookie` header that removes it. */
  remove(cookie: SealedCookie<object>): string {
    return this.header(cookie, '', 0);
  }

  private header({ name, path }: Pick<SealedCookie<object>, 'name' | 'path'>, value: string, maxAge: number): string {
    return stringifySetCookie({ name, value, maxAge, path, secure: this.secure, httpOnly: true, sameSite: 'lax' });
  }
}
