import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the position of keyboard users in a list whose rows disappear when answered: the row itself while it exists,
 * then its successor, then the rest of the list. A focus elsewhere is left alone.
 */
export function useKeepFocusInList(
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
): (answeredId: string) => void {
  const kept = useRef<{ readonly id: string; readonly at: number } | undefined>(undefined);
  const order = ids.join(' ');
  useEffect(() => {
    if (!kept.current || document.activeElement !== document.body) return;
    const { id, at } = kept.current;
    const now = order.split(' ').filter(Boolean);
    const next = now.includes(id) ? id : now[Math.min(at, now.length - 1)];
    (linkOf(list.current, next) ?? list.current?.querySelector('a'))?.focus();
    if (next !== id) kept.current = undefined;
  });
  return (id) => {
    kept.current = { id, at: ids.indexOf(id) };
    linkOf(list.current, id)?.focus();
  };
}

const linkOf = (list: HTMLElement | null, id: string | undefined): HTMLElement | null | undefined =>
  list?.querySelector<HTMLElement>(`[data-action="${id}"] a`);
