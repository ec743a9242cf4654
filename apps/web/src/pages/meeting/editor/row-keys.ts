import type { KeyboardEvent } from 'react';

interface RowKeys {
  readonly onEnter?: () => void;
  readonly onCopy?: () => void;
  readonly onMove?: (by: -1 | 1) => void;
}

/** Enter: the next row. Ctrl+D: a copy of this one. Alt with an arrow: up or down. */
export const rowKeys =
  ({ onEnter, onCopy, onMove }: RowKeys) =>
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
              : undefined;
    if (!does) return;
    event.preventDefault();
    does();
  };

/** Puts the focus in a field of the row after the one in which `from` stands, when it is there. */
export function focusNextRow(from: string, field: string): void {
  requestAnimationFrame(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
    const at = rows.findIndex((row) => row.dataset['row'] === from);
    const list = rows[at]?.parentElement;
    const next = rows[at + 1];
    if (next?.parentElement === list) next?.querySelector<HTMLElement>(`[data-begin="${field}"], ${field}`)?.focus();
  });
}
export function focusRow(id: string): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
      ?.querySelector<HTMLElement>('input')
      ?.focus(),
  );
}
