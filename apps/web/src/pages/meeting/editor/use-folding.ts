import { useCallback, useState } from 'react';
import { useSession } from '../../../session/session.js';
import { browserStorage } from '../../../storage/storage.js';
import { foldedOn, keepFolded } from './folding.js';
import type { SectionKey } from './sections.js';

/** Collapsed state of a section for this person on this machine, and a function to change it. */
export function useFolding(section: SectionKey): readonly [folded: boolean, fold: (folded: boolean) => void] {
  const { personId } = useSession().who;
  const [folded, setFolded] = useState(() => foldedOn(browserStorage, personId).has(section));
  const fold = useCallback(
    (next: boolean) => {
      keepFolded(browserStorage, personId, section, next);
      setFolded(next);
    },
    [personId, section],
  );
  return [folded, fold];
}
