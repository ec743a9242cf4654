import { SECTIONS, type SectionKey } from './sections.js';

/** Storage of the state; `localStorage` in a browser. */
export type FoldStorage = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (personId: string) => `samspill.folded/${personId}`;

/** The sections that a person has collapsed on this machine; empty when nothing readable is stored. */
export function foldedOn(storage: FoldStorage, personId: string): ReadonlySet<SectionKey> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(personId)) ?? '[]');
    return new Set(SECTIONS.filter((section) => Array.isArray(kept) && kept.includes(section)));
  } catch {
    return new Set();
  }
}

/** Stores whether a section is collapsed. Failing storage is ignored, since no text is lost. */
export function keepFolded(storage: FoldStorage, personId: string, section: SectionKey, folded: boolean): void {
  const kept = new Set(foldedOn(storage, personId));
  if (folded) kept.add(section);
  else kept.delete(section);
  try {
    storage.setItem(keyOf(personId), JSON.stringify([...kept]));
  } catch {
    // Storage is forbidden or full.
  }
}
