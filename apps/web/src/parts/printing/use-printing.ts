import { useSyncExternalStore } from 'react';
import { isOnPaper, watchPaper } from '../../words/paper.js';

/** Whether the page is being put on paper now: there every row is shown, also those that are out of sight on the screen. */
export const usePrinting = (): boolean => useSyncExternalStore(watchPaper, isOnPaper);
