import { useEffect } from 'react';
import { browserStorage } from '../storage/storage.js';

const KEPT = 'samspill.searchShortcut';

/** A single key can be pressed by mistake or by voice input, so users can turn it off (WCAG 2.1.4). */
export const isSearchShortcutOn = (): boolean => browserStorage.read(KEPT) !== 'off';
export const turnSearchShortcut = (on: boolean): void => void browserStorage.write(KEPT, on ? 'on' : 'off');

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
