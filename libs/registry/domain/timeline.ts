import { isSame, type CalendarDate } from '#platform/kernel';
import type { Timeline } from '../contract/timeline.js';

/** The entry says what holds from its day on, until further notice: what was said of later days falls. */
export const setFrom = <T>(timeline: Timeline<T>, entry: T & { readonly from: CalendarDate }): Timeline<T> => [
  ...timeline.filter(({ from }) => from < entry.from),
  entry,
];

/** True when the timeline already says from the entry's day on what the entry says, and nothing else of later days. */
export function saysNothingNew<T>(timeline: Timeline<T>, entry: T & { readonly from: CalendarDate }): boolean {
  const last = timeline.at(-1);
  return last !== undefined && last.from <= entry.from && isSame({ ...last, from: entry.from }, entry);
}
