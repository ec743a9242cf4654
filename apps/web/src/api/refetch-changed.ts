import { useCallback } from 'react';
import { pathsToRefetch, type ChangedKind } from './paths-by-kind.js';
import { useRefresh } from './reads.js';

/** After one's own command: reads again everything derived from items of these kinds. */
export function useRefetchChanged(): (...kinds: readonly [ChangedKind, ...ChangedKind[]]) => Promise<void> {
  const refresh = useRefresh();
  return useCallback((...kinds) => refresh(...(pathsToRefetch({ kinds, everything: false }) ?? [])), [refresh]);
}
