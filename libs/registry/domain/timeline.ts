import { isSame, type CalendarDate } from '#platform/kernel';
import type { Timeline } from '../contract/timeline.js';

/** True when the timeline already has the entry's values from its day on, without later changes. */
export function isUnchangedBy<T>(timeline: Timeline<T>, entry: T & { readonly from: CalendarDate }): boolean {
  const last = timeline.at(-1);
  return last !== undefined && last.from <= entry.from && isSame({ ...last, from: entry.from }, entry);
}
