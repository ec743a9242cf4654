import type { CalendarDate } from '#platform/kernel';
import { isSame } from './same.js';

/** What holds from a day on, oldest first: the last entry whose `from` is not after a day holds on that day. */
export type Timeline<T> = readonly (T & { readonly from: CalendarDate })[];

/** The entry says what holds from its day on, until further notice: what was said of later days falls. */
export const setFrom = <T>(timeline: Timeline<T>, entry: T & { readonly from: CalendarDate }): Timeline<T> => [
  ...timeline.filter(({ from }) => from < entry.from),
  entry,
];

/** The entry that holds on the day; undefined before the first. */
export const holdingOn = <T>(timeline: Timeline<T>, day: CalendarDate) => timeline.findLast(({ from }) => from <= day);

/** True when the timeline already says from the entry's day on what the entry says, and nothing else of later days. */
export function saysNothingNew<T>(timeline: Timeline<T>, entry: T & { readonly from: CalendarDate }): boolean {
  const last = timeline.at(-1);
  return last !== undefined && last.from <= entry.from && isSame({ ...last, from: entry.from }, entry);
}
