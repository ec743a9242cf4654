import { isWithin, scopeOf, type Asker } from '#platform/identity';
import type { Matter } from '../domain/matters/matter.js';

export type IsReadable = (matter: Pick<Matter, 'subject' | 'receiverId'>) => boolean;

/**
 * Finds the matters that a person may read, with the roles they hold now: the same on the page and in mail. The receiver
 * of an open handover may read the action, so also that it waits for their answer.
 */
export function readableMatters(asker: Pick<Asker, 'personId' | 'roles'>): IsReadable {
  const scope = scopeOf(asker, 'alerts.read');
  return ({ subject, receiverId }) =>
    isWithin(scope, receiverId === null ? subject : { ...subject, personIds: [...subject.personIds, receiverId] });
}
