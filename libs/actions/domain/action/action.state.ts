import type { CalendarDate, PersonId, ServiceId } from '#platform/kernel';
import type { AbandonReason, ActionContent } from '#meetings/contract';
import type { Effect } from '../../contract/index.js';

/** An action (tiltak) from the protocol that agreed it until it has ended (workflow § 3.4). Overdue is no state: the clock says it. */
export type Action = NotAgreed | AgreedAction;
export type AgreedAction = OpenAction | CompletedAction | ClosedAction | AbandonedAction;

export interface NotAgreed {
  readonly status: 'not-agreed';
}

interface Agreed {
  readonly meetingId: string;
  readonly unitIds: readonly string[];
  /** What it says today: owner, due date and follow-up are the ones that hold. */
  readonly content: ActionContent;
  readonly timesCarriedOn: number;
  readonly agreedOn: CalendarDate;
  /** The last day on which something was decided about it, handovers and corrections apart. */
  readonly decidedOn: CalendarDate;
}

export interface OpenAction extends Agreed {
  readonly status: 'open';
  readonly progress: 'agreed' | 'accepted' | 'started';
  /** Why the owner said no; they keep the action until it is handed over or abandoned. */
  readonly declined: string | null;
  /** The owner keeps the action until the one it is offered to has accepted. */
  readonly offer: Offer | null;
}
export interface Offer {
  readonly to: PersonId;
  readonly toServiceId: ServiceId | null;
}
/** Done, and not yet judged. */
export interface CompletedAction extends Agreed {
  readonly status: 'completed';
  readonly completedOn: CalendarDate;
}
/** Done and judged. */
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
