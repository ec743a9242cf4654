import { addDays, type CalendarDate } from '#platform/kernel';

/**
 * Days from which the time-dependent states of an action are derived, together with the current day; such states are
 * never stored.
 */
export interface ActionDays {
  readonly dueOn: CalendarDate;
  readonly followUpOn: CalendarDate;
  /** Day of the last recorded follow-up; null for none. */
  readonly followedUpOn: CalendarDate | null;
  readonly isOpen: boolean;
}

/** Open after its due date; on the due date itself it is still in time (workflow § 3.4). */
export const isOverdue = ({ isOpen, dueOn }: Pick<ActionDays, 'isOpen' | 'dueOn'>, today: CalendarDate): boolean =>
  isOpen && dueOn < today;

/** Open, the follow-up day has passed, and no follow-up was recorded on it or later. */
export const isFollowUpMissed = (
  { isOpen, followUpOn, followedUpOn }: Omit<ActionDays, 'dueOn'>,
  today: CalendarDate,
): boolean => isOpen && followUpOn < today && (followedUpOn === null || followedUpOn < followUpOn);

/** Open and due from today until `days` days from now, both inclusive; excludes overdue actions. */
export const isDueWithin = (
  { isOpen, dueOn }: Pick<ActionDays, 'isOpen' | 'dueOn'>,
  days: number,
  today: CalendarDate,
): boolean => isOpen && dueOn >= today && dueOn <= addDays(today, days);
