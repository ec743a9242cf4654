import type { ActionId, CalendarDate, MeetingId, PersonId, UnitId } from '#platform/kernel';
import type { RefusedDecisionKind } from '../../contract/index.js';

/** Sent only by the policy whose reaction was refused. */
export interface NoteRefusal {
  readonly type: 'NoteRefusal';
  readonly refusalId: string;
  readonly actionId: ActionId;
  readonly meetingId: MeetingId;
  readonly unitIds: readonly UnitId[];
  readonly heldOn: CalendarDate;
  readonly kind: RefusedDecisionKind;
  readonly rules: readonly string[];
}
/** Accepts the difference between protocol and action, with a reason. */
export interface SeeRefusal {
  readonly type: 'SeeRefusal';
  readonly by: PersonId;
  readonly on: CalendarDate;
  readonly reason: string;
}
export type RefusedDecisionCommand = NoteRefusal | SeeRefusal;
