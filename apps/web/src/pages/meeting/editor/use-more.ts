import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ActionMore } from './action-more.js';

type More = typeof ActionMore;

/** Most rows never say more than their line: the rest is fetched when the page has been drawn and is at rest. */
let there: More | undefined;
const fetchMore = async (): Promise<More> => (there ??= (await import('./action-more.js')).ActionMore);
const WHEN_AT_REST_MS = 2_000;

/** Fetches the rest of a row before anyone asks for it: who loses the network in the meeting has it then. */
export function usePreparedMore(): void {
  useEffect(() => {
    // where it cannot be fetched, the row says so when it is asked for
    const timer = setTimeout(() => void fetchMore().catch(() => undefined), WHEN_AT_REST_MS);
    return () => clearTimeout(timer);
  }, []);
}

interface Rest {
  readonly id: string;
  /** What is shown while the rest is open. */
  readonly Open: More | undefined;
  /** It was asked for, and could not be fetched. */
  readonly isOutOfReach: boolean;
  readonly turn: () => void;
}

/** Whether the rest of a row is open; opened, one writes in it at once, and closed, one is back in the row. */
export function useMore(actionId: string): Rest {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [isOutOfReach, setOutOfReach] = useState(false);
  const isOpen = useRef(open);
  const show = useCallback(() => {
    isOpen.current = true;
    setOutOfReach(false);
    setOpen(true);
  }, []);
  // as soon as it stands there, and not at the next frame: what has just been fetched may be drawn after that
  useLayoutEffect(() => {
    if (!open) return;
    const rest = document.getElementById(id);
    // whoever was led to one of its fields is there already
    if (!rest?.contains(document.activeElement)) rest?.querySelector('input')?.focus();
  }, [open, id]);
  const turn = useCallback(() => {
    if (isOpen.current) {
      isOpen.current = false;
      setOpen(false);
      rowOf(actionId)?.querySelector<HTMLElement>('[data-more]')?.focus();
    } else if (there) show();
    else fetchMore().then(show, () => setOutOfReach(true));
  }, [actionId, show]);
  return { id, Open: open ? there : undefined, isOutOfReach, turn };
}
const rowOf = (actionId: string) => document.querySelector(`[data-row="${CSS.escape(actionId)}"]`);
