import { refuse } from '#platform/kernel';
import { indicatorWith } from '../contract/index.js';

/** Refuses a choice of figures of which one does not exist, or cannot be divided as asked. */
export function wrongChoice(chosen: readonly { readonly indicator: number; readonly by: string | null }[]) {
  for (const { indicator: id, by } of chosen) {
    const indicator = indicatorWith(id);
    if (!indicator) return refuse('INDICATOR_UNKNOWN', String(id));
    if (by !== null && !indicator.by.some((allowed) => allowed === by))
      return refuse('BREAKDOWN_NOT_ALLOWED', indicator.by.join(', '));
  }
  return undefined;
}
