import { may, scopeOf, type Asker, type Right, type Subject } from '#platform/identity';
import type { EarlierReads } from '#platform/streams';
import type { SubjectKind } from './routes.js';

/** A subject as its finder knows it. */
export interface FoundSubject extends Subject {
  /** Members and participants, where they must be looked up: only for an asker whom nothing else lets in. */
  readonly participants?: () => Promise<readonly string[]>;
}

/** Finds the subject of a right; each context has one for each of its subject kinds. Consistent: reads the stream. */
export interface SubjectFinder {
  readonly kind: SubjectKind;
  /**
   * Undefined: the municipality has no such subject (answered as a forbidden one: 404). `reads` keeps what was read for
   * the command that asks.
   */
  find(tenant: string, id: string, reads?: EarlierReads): Promise<FoundSubject | undefined>;
}

/** True if one of the asker's roles reaches the subject with this right. Participants are looked up last. */
export async function mayReach(
  asker: Asker,
  right: Right,
  { participants, ...subject }: FoundSubject,
): Promise<boolean> {
  if (may(asker, right, subject)) return true;
  const scope = scopeOf(asker, right);
  if (!participants || scope.all || scope.participantIds === undefined) return false;
  return may(asker, right, { participantIds: await participants() });
}
