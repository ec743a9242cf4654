import { isWithin, scopeOf, type Asker } from '#platform/identity';
import type { AlertCause } from '../domain/causes/alert-cause.js';

export type IsReadable = (cause: Pick<AlertCause, 'subject' | 'receiverId'>) => boolean;

/**
 * Finds the causes that a person may read, with the roles they hold now: the same on the page and in mail. The receiver
 * of an open handover may read the action, so also that it waits for their answer.
 */
export function readableCauses(asker: Pick<Asker, 'personId' | 'roles'>): IsReadable {
  const scope = scopeOf(asker, 'alerts.read');
  return ({ subject, receiverId }) =>
    isWithin(scope, receiverId === null ? subject : { ...subject, personIds: [...subject.personIds, receiverId] });
}
