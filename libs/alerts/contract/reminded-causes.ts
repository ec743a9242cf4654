import type { CalendarDate } from '#platform/kernel';
import type { Cause } from './follow-up.events.js';

/** A cause that a unit was reminded of, and the day. */
export interface RemindedCause {
  readonly unitId: string;
  readonly about: Cause;
  readonly on: CalendarDate;
}

/** Tells of reminders whether there is still a reason for them. */
export abstract class RemindedCauses {
  /** Those of the reminders with a matter that is still open today: one that was open on their day, of their cause. */
  abstract open<R extends RemindedCause>(
    tenant: string,
    today: CalendarDate,
    reminders: readonly R[],
  ): Promise<readonly R[]>;
}
