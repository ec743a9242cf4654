import type { Subject } from '#platform/identity';
import type { EarlierReads } from '#platform/streams';
import type { SubjectKind } from './routes.js';

/** Finds the subject of a right; each context has one for each of its subject kinds. Consistent: reads the stream. */
export interface SubjectFinder {
  readonly kind: SubjectKind;
  /**
   * Undefined: the municipality has no such subject (answered as a forbidden one: 404). `reads` keeps what was read for
   * the command that asks.
   */
  find(tenant: string, id: string, reads?: EarlierReads): Promise<Subject | undefined>;
}
