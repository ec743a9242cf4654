import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/**
 * Keys of one purpose, derived from the installation's session key: the one that signs or seals, and then that of the
 * previous session key, which is only accepted.
 * @param purpose told apart from all others, such as `samspill signed links`
 */
export const derivedKeys = (purpose: string, secret: Uint8Array, previous?: Uint8Array): readonly Buffer[] =>
  [secret, ...(previous ? [previous] : [])].map((key) => Buffer.from(hkdfSync('sha256', key, '', purpose, KEY_BYTES)));
