import type { CalendarDate } from '#platform/kernel';
import type { MadeDigest } from '../../contract/index.js';

/** Keeps the digest of a person and a week, unless one was made on the same day or later. */
export interface MakeDigest {
  readonly type: 'MakeDigest';
  readonly digest: MadeDigest;
}
/** Has it sent once more. */
export interface ResendDigest {
  readonly type: 'ResendDigest';
  readonly on: CalendarDate;
}
export type DigestCommand = MakeDigest | ResendDigest;
