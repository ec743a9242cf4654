import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKeys } from '#platform/kernel';

const MAC_BYTES = 24;

/**
 * Addresses of this installation for people who are not signed in: in mails, and in the settings of a calendar program.
 * A link holds a signature in place of a cookie; what it is about is looked up when it is opened.
 *
 * The form of a signature, 32 letters, stands for its algorithm: another algorithm gets another form, and both are
 * accepted for as long as links of the former are.
 */
export class SignedLinks {
  private keys: readonly Buffer[] | undefined;

  /**
   * @param origin `https://samspill.example.no`, where browsers find the installation
   * @param secret the installation's session key; asked for at the first signature
   * @param previous the previous session key: what it signed is accepted, and nothing is signed with it
   */
  constructor(
    readonly origin: string,
    private readonly secret: () => Uint8Array,
    private readonly previous?: Uint8Array,
  ) {}

  /** A signature that holds for these parts and this purpose only, in letters that an address may contain. */
  sign(purpose: string, ...parts: readonly string[]): string {
    return signed(this.known()[0]!, purpose, parts);
  }

  /**
   * Whether this installation made the signature for these parts; takes the same time for every wrong one. It is compared
   * as it is written: decoding would pass over letters that are no part of it.
   */
  isSigned(signature: string, purpose: string, ...parts: readonly string[]): boolean {
    const given = Buffer.from(signature);
    // All of them, also after one that is right.
    const same = this.known().map((key) => {
      const own = Buffer.from(signed(key, purpose, parts));
      return given.length === own.length && timingSafeEqual(given, own);
    });
    return same.includes(true);
  }

  /** The key that signs, and then those whose signatures are accepted beside. */
  private known(): readonly Buffer[] {
    return (this.keys ??= derivedKeys('samspill signed links', this.secret(), this.previous));
  }
}

function signed(key: Buffer, purpose: string, parts: readonly string[]): string {
  // As JSON, so that no two lists of parts give the same text.
  const text = JSON.stringify([purpose, ...parts]);
  return createHmac('sha256', key).update(text).digest().subarray(0, MAC_BYTES).toString('base64url');
}
