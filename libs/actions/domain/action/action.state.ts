import type { CalendarDate, PersonId, ServiceId } from '#platform/kernel';
import type { AbandonReason, ActionContent, Effect } from '../../contract/index.js';

/**
 * An action (tiltak) from the filed protocol until its end (workflow § 3.4). Overdue is not a state but depends on the
 * clock.
 */
export type Action = NotAgreed | AgreedAction;
export type AgreedAction = OpenAction | CompletedAction | ClosedAction | AbandonedAction;

export interface NotAgreed {
  readonly status: 'not-agreed';
}

interface Agreed {
  readonly meetingId: string;
  readonly unitIds: readonly string[];
  /** Current content, with the valid owner, due date and follow-up. */
  readonly content: ActionContent;
  readonly timesCarriedOn: number;
  readonly agreedOn: CalendarDate;
  /** Day of the last decision about it, handovers and corrections excluded. */
  readonly decidedOn: CalendarDate;
}

export interface OpenAction extends Agreed {
  readonly status: 'open';
  readonly progress: 'agreed' | 'accepted' | 'started';
  /** Reason why the owner declined; they keep the action until it is handed over or abandoned. */
  readonly declined: string | null;
  /** Tellings that were answered by the link in their mail, oldest first. */
  readonly answered: readonly AnsweredTelling[];
  /** The owner keeps the action until the receiver has accepted. */
  readonly offer: Offer | null;
}
export interface AnsweredTelling {
  readonly by: PersonId;
  readonly toldOn: CalendarDate;
}
export interface Offer {
  readonly to: PersonId;
  readonly toServiceId: ServiceId | null;
}
/** Completed, and not yet judged. */
export interface CompletedAction extends Agreed {
  readonly status: 'completed';
  readonly completedOn: CalendarDate;
}
/** Completed and judged. */
export interface ClosedAction extends Agreed {
  readonly status: 'closed';
  readonly completedOn: CalendarDate;
  readonly effect: Effect;
  readonly note: string | null;
}
export interface AbandonedAction extends Agreed {
  readonly status: 'abandoned';
  readonly reason: AbandonReason;
}

export const notAgreed: NotAgreed = { status: 'not-agreed' };
