import { SECTIONS, type SectionKey } from './sections.js';

/** Where it is remembered; `localStorage` in a browser. */
export type FoldShelf = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (personId: string) => `samspill.folded/${personId}`;

/** The parts that a person has folded away on this machine; none where nothing readable is kept. */
export function foldedOn(shelf: FoldShelf, personId: string): ReadonlySet<SectionKey> {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(keyOf(personId)) ?? '[]');
    return new Set(SECTIONS.filter((section) => Array.isArray(kept) && kept.includes(section)));
  } catch {
    return new Set();
  }
}

/** Remembers that a part is folded, or is no longer. A machine that keeps nothing forgets it: no text is at stake. */
export function keepFolded(shelf: FoldShelf, personId: string, section: SectionKey, folded: boolean): void {
  const kept = new Set(foldedOn(shelf, personId));
  if (folded) kept.add(section);
  else kept.delete(section);
  try {
    shelf.setItem(keyOf(personId), JSON.stringify([...kept]));
  } catch {
    // Storage is forbidden or full.
  }
}
