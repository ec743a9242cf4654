import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ActionMore } from './action-more.js';

type More = typeof ActionMore;

/** Details are loaded when the page is drawn and idle, since most rows have none. */
let there: More | undefined;
const fetchMore = async (): Promise<More> => (there ??= (await import('./action-more.js')).ActionMore);
const WHEN_AT_REST_MS = 2_000;

/** Loads the details in advance, for users who lose the network in the meeting. */
export function usePreparedMore(): void {
  useEffect(() => {
    // on failure, the row reports it when it is opened
    const timer = setTimeout(() => void fetchMore().catch(() => undefined), WHEN_AT_REST_MS);
    return () => clearTimeout(timer);
  }, []);
}

interface Rest {
  readonly id: string;
  /** Content of the open details. */
  readonly Open: More | undefined;
  /** True when it was requested and could not be loaded. */
  readonly isOutOfReach: boolean;
  readonly turn: () => void;
}

/** Open state of the details of a row; opening focuses the first field, closing returns to the row. */
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
  // synchronously, not at the next frame: newly loaded content may be drawn after that
  useLayoutEffect(() => {
    if (!open) return;
    const rest = document.getElementById(id);
    // keep the focus of a user who was led to one of its fields
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
