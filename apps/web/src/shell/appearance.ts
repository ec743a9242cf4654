import { browserStorage } from '../storage/storage.js';
import { isOnPaper, watchPaper } from '../words/paper.js';

/** Light, dark, or the system's setting. */
export type Appearance = 'auto' | 'light' | 'dark';
const KEPT = 'samspill.appearance';

/** The user's choice in this browser. */
export function appearance(): Appearance {
  const kept = browserStorage.read(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

export function applyAppearance(chosen: Appearance = appearance()): void {
  browserStorage.write(KEPT, chosen);
  show();
}

/** Paper is white: what is printed has the light colours, whatever the screen has. */
const show = (): void => {
  document.documentElement.dataset['colorScheme'] = isOnPaper() ? 'light' : appearance();
};
watchPaper(show);
