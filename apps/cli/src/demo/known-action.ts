import type { CalendarDate } from '#platform/kernel';
import type { DemoUnit } from './organisation.js';

/** State of an action between its meetings. */
export interface KnownAction {
  readonly actionId: string;
  readonly unit: DemoUnit;
  ownerId: string;
  dueOn: CalendarDate;
  followUpOn: CalendarDate;
  /** Date of the last decision about it, handovers excluded. */
  decidedOn: CalendarDate;
  /** The person to whom it was last offered, until they answer. */
  offeredTo?: string | undefined;
  status: 'open' | 'completed' | 'ended';
  /** Reliability of its owner; changes from day to day. */
  readonly care: number;
}
