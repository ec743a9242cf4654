import type { KeyboardEvent } from 'react';

interface RowKeys {
  readonly onEnter?: () => void;
  readonly onCopy?: () => void;
  readonly onMove?: (by: -1 | 1) => void;
  readonly onMore?: () => void;
}

/** Enter: the next row. Ctrl+D: a copy of this one. Alt with an arrow: up or down. Alt+M: the rest of what a row may say. */
export const rowKeys =
  ({ onEnter, onCopy, onMove, onMore }: RowKeys) =>
  (event: KeyboardEvent): void => {
    const command = event.ctrlKey || event.metaKey;
    const does =
      event.key === 'Enter' && !command && !event.altKey && !event.shiftKey
        ? onEnter
        : event.key.toLowerCase() === 'd' && command
          ? onCopy
          : event.altKey && event.key === 'ArrowUp'
            ? onMove && (() => onMove(-1))
            : event.altKey && event.key === 'ArrowDown'
              ? onMove && (() => onMove(1))
              : // by its place on the board: with Alt some machines write another letter
                event.altKey && !command && event.code === 'KeyM'
                ? onMore
                : undefined;
    if (!does) return;
    event.preventDefault();
    does();
  };

/** Puts the focus where one begins in the row after the one named `from`, when it is there. */
export function focusNextRow(from: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(from)}"]`);
    const next = row?.nextElementSibling;
    (next?.querySelector<HTMLElement>('[data-first]') ?? next?.querySelector<HTMLElement>('[data-begin]'))?.focus();
  });
}
/** Puts the focus where one begins in a row that is about to be drawn. */
export function focusRow(id: string): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
      ?.querySelector<HTMLElement>('[data-begin]')
      ?.focus(),
  );
}

/** Does something that may take rows out of the page and put them back elsewhere, and leaves the focus where it was. */
export function keepingFocus(reorder: () => void): void {
  const focused = document.activeElement;
  reorder();
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus();
    focused?.scrollIntoView({ block: 'nearest' });
  });
}
