import type { CalendarDate } from '#platform/kernel';

/** Opens a feed with a new address; the one before is revoked. */
export interface OpenFeed {
  readonly type: 'OpenFeed';
  readonly feedId: string;
  readonly on: CalendarDate;
}
export interface RevokeFeed {
  readonly type: 'RevokeFeed';
  readonly on: CalendarDate;
}
export type FeedCommand = OpenFeed | RevokeFeed;
