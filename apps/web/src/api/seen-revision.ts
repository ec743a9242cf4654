import { useRef, useState } from 'react';
import { afterOwnChanges } from './own-changes.js';

interface Revised {
  readonly revision: string;
}

/** Sent with a change: the server refuses it (412) where the thing has changed since the revision in it. */
export type IfMatch = Readonly<Record<'If-Match', string>>;
export const asSeen = ({ revision }: Revised): IfMatch => ({ 'If-Match': `"${revision}"` });

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

/** A revision that nothing has: the server refuses what is sent with it. */
const NO_REVISION = '"0"';
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export interface SeenPart<T> extends Seen<T> {
  /** Reads the part anew: the header with which a change of what the user has seen, and nothing else, is accepted. */
  readonly ifAsSeen: () => Promise<IfMatch>;
  /** The user's own change has been carried out: they have seen what came of it. */
  readonly saved: (now: T) => void;
}

/**
 * The same for a part of a thing, where other changes of the thing do not matter to the form: the part is read anew when
 * it is sent, and compared with what the form was filled in from.
 */
export function useSeenPart<T>(shown: T, readNow: () => Promise<Revised & { readonly part: T }>): SeenPart<T> {
  const [seen, setSeen] = useState(shown);
  const [now, setNow] = useState(shown);
  const inText = JSON.stringify(shown);
  const [lastShown, setLastShown] = useState(inText);
  if (inText !== lastShown) {
    // It was read anew behind the form.
    setLastShown(inText);
    setNow(shown);
  }
  const latest = useRef(seen);
  const take = (part: T) => {
    latest.current = part;
    setSeen(part);
  };
  return {
    seen,
    now,
    isChanged: !isSame(now, seen),
    see: () => take(now),
    saved: (part) => {
      setNow(part);
      take(part);
    },
    ifAsSeen: async () => {
      const { part, revision } = await readNow();
      setNow(part);
      return isSame(part, latest.current) ? asSeen({ revision }) : { 'If-Match': NO_REVISION };
    },
  };
}
