import type { CalendarDate } from '#platform/kernel';
import type { ReminderCause } from './follow-up.events.js';

/** A cause that a unit was reminded of, and the day. */
export interface RemindedCause {
  readonly unitId: string;
  readonly about: ReminderCause;
  readonly on: CalendarDate;
}

/** Tells of reminders whether there is still a reason for them. */
export abstract class RemindedCauses {
  /** Keeps the reminders whose cause had an open alert on their day and still has one today. */
  abstract open<R extends RemindedCause>(
    tenant: string,
    today: CalendarDate,
    reminders: readonly R[],
  ): Promise<readonly R[]>;
}
