import { useBelowTheLine } from '../action-in-words.js';
import type { DraftAction } from '../draft/draft.js';
import { useDraftField, useNames } from './editing.js';
import styles from './action-more.module.css';

/** An action's details in one line below it; nothing without details. */
export function ActionDetailsLine({ action }: { readonly action: DraftAction }) {
  const matters = useDraftField('matters');
  const lines = useBelowTheLine(useNames())(action, matters);
  if (lines.length === 0) return null;
  return <p className={styles.inShort}>{lines.map(([name, words]) => `${name}: ${words}`).join(' · ')}</p>;
}
