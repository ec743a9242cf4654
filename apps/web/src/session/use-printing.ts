import { useSyncExternalStore } from 'react';
import { isOnPaper, watchPaper } from '../words/paper.js';

/** True while the page is printed, when every row is rendered, including those not visible on the screen. */
export const usePrinting = (): boolean => useSyncExternalStore(watchPaper, isOnPaper);
