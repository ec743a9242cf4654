import type { Subject } from '#platform/identity';
import type { SubjectKind } from './routes.js';

/** Finds what a right must reach; each context gives one for each kind of subject that is its own. Consistent: reads the stream. */
export interface SubjectFinder {
  readonly kind: SubjectKind;
  /** Undefined: there is no such subject in this municipality (answered as forbidden is: 404). */
  find(municipality: string, id: string): Promise<Subject | undefined>;
}
