import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 40rem)';

/** True for a window under 640 px, on the screen: filters are folded, and charts have their last twelve points only. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(NARROW).matches,
  );
