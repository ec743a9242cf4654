/** Local storage for text; `localStorage` in a browser. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Beginnings of the keys under which text is stored that the server has not got; a person's id and a meeting follow.
 * `draft`: of a protocol that is being written. `reason`: of a correction.
 */
export const UNSENT = { draft: 'samspill.utkast', reason: 'samspill.rettelse' } as const;

const ID_LENGTH = 36;

/** Meetings of which this machine has text of the person that the server has not got. */
export const meetingsWithUnsentText = (storage: TextStorage, personId: string): readonly string[] => [
  ...new Set(keysOf(storage, personId).map((key) => key.split('/')[2]!.slice(0, ID_LENGTH))),
];

/** Deletes the person's unsent text on this machine, for ever. */
export function removeUnsentText(storage: TextStorage, personId: string): void {
  for (const key of keysOf(storage, personId)) storage.removeItem(key);
}

function keysOf(storage: TextStorage, personId: string): readonly string[] {
  const beginnings = Object.values(UNSENT).map((prefix) => `${prefix}/${personId}/`);
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
  return keys.filter((key) => beginnings.some((beginning) => key.startsWith(beginning)));
}
