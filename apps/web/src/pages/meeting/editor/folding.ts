import type { PageStorage } from '../../../storage/storage.js';
import { SECTIONS, type SectionKey } from './sections.js';

const keyOf = (personId: string) => `samspill.folded/${personId}`;

/** The sections that a person has collapsed on this machine; empty when nothing readable is stored. */
export function foldedOn(storage: PageStorage, personId: string): ReadonlySet<SectionKey> {
  try {
    const kept: unknown = JSON.parse(storage.read(keyOf(personId)) ?? '[]');
    return new Set(SECTIONS.filter((section) => Array.isArray(kept) && kept.includes(section)));
  } catch {
    return new Set();
  }
}

/** Stores whether a section is collapsed. */
export function keepFolded(storage: PageStorage, personId: string, section: SectionKey, folded: boolean): void {
  const kept = new Set(foldedOn(storage, personId));
  if (folded) kept.add(section);
  else kept.delete(section);
  storage.write(keyOf(personId), JSON.stringify([...kept]));
}
