import { useEffect } from 'react';

const KEPT = 'samspill.searchShortcut';

/** A single key can be pressed by mistake or by voice input, so users can turn it off (WCAG 2.1.4). */
export const isSearchShortcutOn = (): boolean => localStorage.getItem(KEPT) !== 'off';
export const turnSearchShortcut = (on: boolean): void => localStorage.setItem(KEPT, on ? 'on' : 'off');

const TYPED_IN = 'input, textarea, select, [contenteditable]';

/** Calls `go` when `/` is pressed outside all fields. */
export function useSearchShortcut(go: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !isSearchShortcutOn()) return;
      if (event.target instanceof Element && event.target.closest(TYPED_IN)) return;
      event.preventDefault();
      go();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [go]);
}
