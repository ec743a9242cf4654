import { useRef, useState } from 'react';
import { afterOwnChanges } from './own-changes.js';

interface Revised {
  readonly revision: string;
}

/** Sent with a change: the server refuses it (412) when the item has changed since that revision. */
export type IfMatch = Readonly<Record<'If-Match', string>>;
export const asSeen = ({ revision }: Revised): IfMatch => ({ 'If-Match': `"${revision}"` });

export interface Seen<T> {
  /** State when the form was opened, or when the user last confirmed others' changes. */
  readonly seen: T;
  /** Current state. */
  readonly now: T;
  readonly isChanged: boolean;
  /** Call when the user has confirmed the current state. */
  readonly see: () => void;
}

/**
 * The state of an item that the user of a form has seen, however often the item is refetched meanwhile. The user's own
 * changes do not count as changes by others.
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

/** A revision that no item reaches, so the server refuses the change. An item with one event has the revision 0. */
const NO_REVISION = '"9223372036854775807"';
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export interface SeenPart<T> extends Seen<T> {
  /**
   * Refetches the part; returns a header with which the server accepts the change only if the part is as the user has
   * seen it.
   */
  readonly ifAsSeen: () => Promise<IfMatch>;
  /** Call when the user's own change has been made: the result counts as seen. */
  readonly saved: (now: T) => void;
}

/**
 * The same for a part of an item, when other changes of the item do not matter to the form: the part is refetched
 * before sending and compared with the values that the form began with.
 */
export function useSeenPart<T>(shown: T, readNow: () => Promise<Revised & { readonly part: T }>): SeenPart<T> {
  const [seen, setSeen] = useState(shown);
  const [now, setNow] = useState(shown);
  const inText = JSON.stringify(shown);
  const [lastShown, setLastShown] = useState(inText);
  if (inText !== lastShown) {
    // It was refetched while the form was open.
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
