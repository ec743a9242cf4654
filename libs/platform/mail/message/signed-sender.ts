import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKeys } from '#platform/kernel';
import { domainOf } from './mail-content.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const UUID_BYTES = 16;
const MAC_BYTES = 10;

/**
 * Envelope senders that name the dispatch, signed, so that a report about an undeliverable mail tells which it was, and
 * nobody can invent one: `bounce+<dispatch>.<signature>@domain`. Servers may change the case of the address, so both
 * parts are in base32.
 */
export class SignedSender {
  private readonly keys: readonly Buffer[];
  private readonly local: string;
  private readonly domain: string;

  /**
   * @param secret the installation's session key, from which a key of its own is derived
   * @param address where reports arrive, `bounce@samspill.example.no`
   * @param previous the previous session key: reports about mail that it signed may still arrive
   */
  constructor(secret: Uint8Array, address: string, previous?: Uint8Array) {
    this.keys = derivedKeys('samspill envelope sender', secret, previous);
    this.local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
    this.domain = domainOf(address).toLowerCase();
  }

  /** The envelope sender of a dispatch. */
  addressOf(dispatchId: string): string {
    const id = Buffer.from(dispatchId.replaceAll('-', ''), 'hex');
    return `${this.local}+${base32(id)}.${base32(macOf(this.keys[0]!, id))}@${this.domain}`;
  }

  /**
   * The dispatch that an address names. `foreign` for an address that is not of this form, `forged` for one whose
   * signature is not of this installation.
   */
  dispatchOf(address: string): { readonly dispatchId: string } | 'foreign' | 'forged' {
    const parts = /^(.+)\+([a-z2-7]{26})\.([a-z2-7]{16})@(.+)$/.exec(address.trim().toLowerCase());
    if (!parts || parts[1] !== this.local || parts[4] !== this.domain) return 'foreign';
    const [id, mac] = [fromBase32(parts[2]!, UUID_BYTES), fromBase32(parts[3]!, MAC_BYTES)];
    // The last letter of an id has two bits that are not used.
    if (base32(id) !== parts[2]) return 'foreign';
    if (!this.keys.map((key) => timingSafeEqual(mac, macOf(key, id))).includes(true)) return 'forged';
    return { dispatchId: id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
  }
}

const macOf = (key: Buffer, id: Buffer): Buffer => createHmac('sha256', key).update(id).digest().subarray(0, MAC_BYTES);

/** RFC 4648, in small letters and without padding. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replaceAll(/.{1,5}/g, (five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]!);
}

function fromBase32(text: string, length: number): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(Array.from({ length }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2)));
}
