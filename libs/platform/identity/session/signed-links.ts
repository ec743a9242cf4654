import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const KEY_BYTES = 32;
const MAC_BYTES = 24;

/**
 * Addresses of this installation for people who are not signed in: in mails, and in the settings of a calendar program.
 * A link holds a signature in place of a cookie; what it is about is looked up when it is opened.
 */
export class SignedLinks {
  private key: Buffer | undefined;

  /**
   * @param origin `https://samspill.example.no`, where browsers find the installation
   * @param secret the installation's session key; asked for at the first signature
   */
  constructor(
    readonly origin: string,
    private readonly secret: () => Uint8Array,
  ) {}

  /** A signature that holds for these parts and this purpose only, in letters that an address may contain. */
  sign(purpose: string, ...parts: readonly string[]): string {
    return this.macOf(purpose, parts).toString('base64url');
  }

  /**
   * Whether this installation made the signature for these parts; takes the same time for every wrong one. It is compared
   * as it is written: decoding would pass over letters that are no part of it.
   */
  isSigned(signature: string, purpose: string, ...parts: readonly string[]): boolean {
    const given = Buffer.from(signature);
    const own = Buffer.from(this.sign(purpose, ...parts));
    return given.length === own.length && timingSafeEqual(given, own);
  }

  private macOf(purpose: string, parts: readonly string[]): Buffer {
    this.key ??= Buffer.from(hkdfSync('sha256', this.secret(), '', 'samspill signed links', KEY_BYTES));
    // As JSON, so that no two lists of parts give the same text.
    const text = JSON.stringify([purpose, ...parts]);
    return createHmac('sha256', this.key).update(text).digest().subarray(0, MAC_BYTES);
  }
}
