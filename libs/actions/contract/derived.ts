import { addDays, type CalendarDate } from '#platform/kernel';

/** What time makes of an action is never stored: it is derived from these days and the day it is. */
export interface ActionDays {
  readonly dueOn: CalendarDate;
  readonly followUpOn: CalendarDate;
  /** The last day a follow-up was recorded, where one was. */
  readonly followedUpOn: CalendarDate | null;
  readonly isOpen: boolean;
}

/** Open, and the due date has passed: on the due date itself it is still in time (workflow § 3.4). */
export const isOverdue = ({ isOpen, dueOn }: Pick<ActionDays, 'isOpen' | 'dueOn'>, today: CalendarDate): boolean =>
  isOpen && dueOn < today;

/** Open, the follow-up day has passed, and no follow-up was recorded on it or later. */
export const isFollowUpMissed = (
  { isOpen, followUpOn, followedUpOn }: Omit<ActionDays, 'dueOn'>,
  today: CalendarDate,
): boolean => isOpen && followUpOn < today && (followedUpOn === null || followedUpOn < followUpOn);

/** Open and due from today until `days` days from now, both included; what is overdue is not due within anything. */
export const isDueWithin = (
  { isOpen, dueOn }: Pick<ActionDays, 'isOpen' | 'dueOn'>,
  days: number,
  today: CalendarDate,
): boolean => isOpen && dueOn >= today && dueOn <= addDays(today, days);
