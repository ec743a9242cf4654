import type { PageStorage } from '../storage/storage.js';

/**
 * Beginnings of the keys under which text is stored that the server has not got; a person's id and a meeting follow.
 * `draft`: of a protocol that is being written. `reason`: of a correction.
 */
export const UNSENT = { draft: 'samspill.utkast', reason: 'samspill.rettelse' } as const;

const ID_LENGTH = 36;

/** Meetings of which this machine has text of the person that the server has not got. */
export const meetingsWithUnsentText = (storage: PageStorage, personId: string): readonly string[] => [
  ...new Set(keysOf(storage, personId).map((key) => key.split('/')[2]!.slice(0, ID_LENGTH))),
];

/** Deletes the person's unsent text on this machine, for ever. */
export function removeUnsentText(storage: PageStorage, personId: string): void {
  for (const key of keysOf(storage, personId)) storage.remove(key);
}

function keysOf(storage: PageStorage, personId: string): readonly string[] {
  const beginnings = Object.values(UNSENT).map((prefix) => `${prefix}/${personId}/`);
  return storage.keys().filter((key) => beginnings.some((beginning) => key.startsWith(beginning)));
}
