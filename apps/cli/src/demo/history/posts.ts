import { addDays, schoolYearOf, type CalendarDate } from '#platform/kernel';
import type { Random } from '../random.js';

/** A person's time in a post. */
export interface Term {
  /** The person's key. */
  readonly key: string;
  readonly from: CalendarDate;
  /** Last day; null for the person who has the post today. */
  readonly to: CalendarDate | null;
}
/** The people who have had a post, one after the other without a gap. */
export type Post = readonly [Term, ...Term[]];

export interface PostRules {
  readonly from: CalendarDate;
  /** The history ends here. */
  readonly until: CalendarDate;
  /** Last day of the post itself; undefined when it continues. */
  readonly closes?: CalendarDate | undefined;
  /** Shortest and longest time in the post, in days. */
  readonly days: readonly [number, number];
  /** True when people leave at the end of a school year only. */
  readonly inSummer: boolean;
}

/** Makes the people of a post: keys `<post>.1`, `<post>.2` and so on. */
export function postOf(key: string, random: Random, { from, until, closes, days, inSummer }: PostRules): Post {
  const end = closes !== undefined && closes < until ? closes : until;
  const terms: Term[] = [];
  for (let start = from; ;) {
    const left = addDays(start, random.between(...days));
    const to = inSummer ? (`${schoolYearOf(left) + 1}-07-31` as CalendarDate) : left;
    const name = `${key}.${terms.length + 1}`;
    if (to >= end) return [...terms, { key: name, from: start, to: closes ?? null }] as unknown as Post;
    terms.push({ key: name, from: start, to });
    start = addDays(to, 1);
  }
}

export const holderOn = (post: Post, day: CalendarDate): Term => post.findLast(({ from }) => from <= day) ?? post[0];
