/** A storage of the browser, as the pages use it: it never throws. */
export interface PageStorage {
  /** Null for what is not there, or cannot be read. */
  read(key: string): string | null;
  /** False when the browser does not store it; it can then be read until the page is left. */
  write(key: string, value: string): boolean;
  remove(key: string): void;
  /** Keys of everything that the browser has stored. */
  keys(): readonly string[];
}

/**
 * Guards a storage that may be full, or forbidden: without cookies, and in some private windows, asking for it throws.
 * @param storage the browser's storage, asked for at each use
 */
export function guarded(storage: () => Storage): PageStorage {
  const unstored = new Map<string, string>();
  const attempt = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    read: (key) => unstored.get(key) ?? attempt((it) => it.getItem(key), null),
    write(key, value) {
      const isStored = attempt((it) => (it.setItem(key, value), true), false);
      if (isStored) unstored.delete(key);
      else unstored.set(key, value);
      return isStored;
    },
    remove(key) {
      unstored.delete(key);
      attempt((it) => it.removeItem(key), undefined);
    },
    keys: () => attempt((it) => Array.from({ length: it.length }, (_, i) => it.key(i) ?? ''), []),
  };
}

/** Kept for later visits of this browser. */
export const browserStorage: PageStorage = guarded(() => localStorage);
/** Kept for this tab. */
export const tabStorage: PageStorage = guarded(() => sessionStorage);
