import type { MadeDigest } from '../../contract/index.js';

/** The digest of a person and a week, once it was made. */
export interface DigestState {
  readonly made: MadeDigest | null;
  /** How many times it was sent once more. */
  readonly resent: number;
}
