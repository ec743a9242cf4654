import { useState } from 'react';
import { afterOwnChanges } from './own-changes.js';

interface Revised {
  readonly revision: string;
}

/** Sent with a change: the server refuses it (412) where the thing has changed since this revision. */
export const asSeen = ({ revision }: Revised): { readonly 'If-Match': string } => ({ 'If-Match': `"${revision}"` });

export interface Seen<T> {
  /** As it was when the form was opened, or when its user last looked at what others had changed. */
  readonly seen: T;
  /** As it stands now. */
  readonly now: T;
  readonly isChanged: boolean;
  /** The user has seen what stands now. */
  readonly see: () => void;
}

/**
 * What the user of a form has seen of the thing that it changes, however often that is read anew behind the form. What
 * they did to it themselves, just before, is no change by others.
 */
export function useSeen<T extends Revised>(id: string, now: T): Seen<T> {
  const [seen, setSeen] = useState(now);
  return {
    seen,
    now,
    isChanged: now.revision !== seen.revision && now.revision !== afterOwnChanges(id, seen.revision),
    see: () => setSeen(now),
  };
}
