import type { MadeDigest } from '../../contract/index.js';

/** The digest of a person and a week, once it was made; the last one. */
export interface DigestState {
  readonly made: MadeDigest | null;
  /** Number of times that it was sent again. */
  readonly resent: number;
}
