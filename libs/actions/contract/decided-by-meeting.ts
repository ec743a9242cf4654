import type { CalendarDate } from '#platform/kernel';

/** Current state of an action by its own stream, as far as a meeting's decision depends on it. */
export interface ActionState {
  readonly actionId: string;
  readonly isOpen: boolean;
  /** Ended without being completed. */
  readonly isAbandoned: boolean;
  readonly agreedOn: CalendarDate;
  /** Day of the last decision about it, handovers excluded. */
  readonly decidedOn: CalendarDate;
  /** Null when it was not completed. */
  readonly completedOn: CalendarDate | null;
  readonly dueOn: CalendarDate;
  readonly followUpOn: CalendarDate;
}
/** A decision, complete or still a draft. */
export interface Decision {
  readonly outcome: 'on-track' | 'completed' | 'carried-on' | 'changed' | 'abandoned';
  readonly dueOn?: CalendarDate | null;
  readonly followUpOn?: CalendarDate | null;
}
export interface RefusedDecision {
  readonly rule:
    | 'DECIDED_BEFORE_AGREED'
    | 'DECIDED_SINCE_THE_MEETING'
    | 'ACTION_ENDED'
    | 'DUE_DATE_NOT_LATER'
    | 'DUE_DATE_BEFORE_TODAY'
    | 'FOLLOW_UP_BEFORE_TODAY';
  readonly at: 'actionId' | 'dueOn' | 'followUpOn';
}

/** True when a new due date is after both the day of the decision and the current due date. */
export const isLaterDueDate = (dueOn: CalendarDate, held: CalendarDate, on: CalendarDate): boolean =>
  dueOn > on && dueOn > held;

/**
 * Rules by which the action would refuse a decision of a meeting on the day `on`; empty when it accepts. Filing a
 * protocol checks this, so that no protocol is filed with a decision that its action refuses afterwards.
 */
export function refusedByAction(
  { outcome, dueOn, followUpOn }: Decision,
  action: Omit<ActionState, 'actionId' | 'isAbandoned'>,
  on: CalendarDate,
): readonly RefusedDecision[] {
  if (on < action.agreedOn) return [{ rule: 'DECIDED_BEFORE_AGREED', at: 'actionId' }];
  if (!action.isOpen || on < action.decidedOn) {
    // The later decision is valid; a follow-up by the meeting, or a completion on that very day, changes nothing.
    if (outcome === 'on-track' && on <= action.decidedOn) return [];
    if (outcome === 'completed' && action.completedOn === on) return [];
    return [{ rule: action.isOpen ? 'DECIDED_SINCE_THE_MEETING' : 'ACTION_ENDED', at: 'actionId' }];
  }
  if (outcome === 'completed' || outcome === 'abandoned') return [];
  const refused: RefusedDecision[] = [];
  if (outcome === 'carried-on' && dueOn && !isLaterDueDate(dueOn, action.dueOn, on))
    refused.push({ rule: 'DUE_DATE_NOT_LATER', at: 'dueOn' });
  if (outcome === 'changed' && dueOn && dueOn !== action.dueOn && dueOn < on)
    refused.push({ rule: 'DUE_DATE_BEFORE_TODAY', at: 'dueOn' });
  const isNewFollowUp = outcome !== 'changed' || followUpOn !== action.followUpOn;
  if (followUpOn && isNewFollowUp && followUpOn < on)
    refused.push({ rule: 'FOLLOW_UP_BEFORE_TODAY', at: 'followUpOn' });
  return refused;
}
