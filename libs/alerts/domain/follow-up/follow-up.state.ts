import type { CalendarDate } from '#platform/kernel';

/** What has been done about a unit, as far as decisions need it. */
export interface FollowUp {
  /** Cause → the last day on which the unit was reminded of it. */
  readonly remindedOn: Readonly<Record<string, CalendarDate>>;
}
