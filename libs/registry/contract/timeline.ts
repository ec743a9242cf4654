import type { CalendarDate } from '#platform/kernel';

/** Values over time, oldest first: the last entry whose `from` is not after a day is valid on that day. */
export type Timeline<T> = readonly (T & { readonly from: CalendarDate })[];

/** The entry valid on the day; undefined before the first. */
export function holdingOn<T>(timeline: Timeline<T>, day: CalendarDate): Timeline<T>[number] | undefined {
  // Statistics ask this for every action and day, so it is a loop without a function to call.
  for (let i = timeline.length - 1; i >= 0; i -= 1) if (timeline[i]!.from <= day) return timeline[i];
  return undefined;
}

/** The timeline with the entry valid from its day until further notice; later entries are dropped. */
export const setFrom = <T>(timeline: Timeline<T>, entry: T & { readonly from: CalendarDate }): Timeline<T> => [
  ...timeline.filter(({ from }) => from < entry.from),
  entry,
];
