import type { KeyboardEvent } from 'react';

interface RowKeys {
  readonly onEnter?: () => void;
  readonly onCopy?: () => void;
  readonly onMove?: (by: -1 | 1) => void;
  readonly onMore?: () => void;
}

/** Enter: next row. Ctrl+D: copy this row. Alt with an arrow: move up or down. Alt+M: the row's details. */
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
              : // by physical key: with Alt some machines produce another letter
                event.altKey && !command && event.code === 'KeyM'
                ? onMore
                : undefined;
    if (!does) return;
    event.preventDefault();
    does();
  };

/** Focuses the first field of the row after `from`, if it exists. */
export function focusNextRow(from: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(from)}"]`);
    const next = row?.nextElementSibling;
    (next?.querySelector<HTMLElement>('[data-first]') ?? next?.querySelector<HTMLElement>('[data-begin]'))?.focus();
  });
}
/** Focuses the first field of a row that is about to be rendered. */
export function focusRow(id: string): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
      ?.querySelector<HTMLElement>('[data-begin]')
      ?.focus(),
  );
}

/** Runs a reorder that may detach rows, and restores the focus. */
export function keepingFocus(reorder: () => void): void {
  const focused = document.activeElement;
  reorder();
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus();
    focused?.scrollIntoView({ block: 'nearest' });
  });
}
