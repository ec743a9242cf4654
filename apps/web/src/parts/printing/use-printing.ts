import { useSyncExternalStore } from 'react';

const paper = () => window.matchMedia('print');
const watch = (told: () => void) => {
  const media = paper();
  media.addEventListener('change', told);
  return () => media.removeEventListener('change', told);
};

/** Whether the page is being put on paper now: there every row is shown, also those that are out of sight on the screen. */
export const usePrinting = (): boolean => useSyncExternalStore(watch, () => paper().matches);
