import type { CalendarDate } from '#platform/kernel';

/** Contacts with a unit, as far as decisions need them. */
export interface FollowUp {
  /** Cause → day of the last reminder about it. */
  readonly remindedOn: Readonly<Record<string, CalendarDate>>;
}
