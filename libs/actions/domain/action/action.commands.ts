import type { ActionId, CalendarDate, MeetingId, PersonId, ServiceId, UnitId } from '#platform/kernel';
import type { AbandonReason, ActionContent } from '#meetings/contract';
import type { Effect, FollowUpOutcome } from '../../contract/index.js';
import type { ActionChanges } from './action.content.js';

/** The day it was decided: today where a person asks, the day of the meeting where a protocol does. */
interface Decided {
  readonly on: CalendarDate;
}
/**
 * The meeting that decided it, where one did. Its words were checked when the protocol was filed, and they are in the
 * log already: only what the action itself has come to can refuse them here.
 */
interface MaybeInMeeting extends Decided {
  readonly meetingId: MeetingId | null;
}
interface ByPerson extends Decided {
  readonly by: PersonId;
}

/** Only by the policy that reads a filed protocol. */
export interface AgreeAction extends Decided {
  readonly type: 'AgreeAction';
  readonly actionId: ActionId;
  readonly meetingId: MeetingId;
  readonly unitIds: readonly UnitId[];
  readonly content: ActionContent;
}
export interface AcceptAction extends ByPerson {
  readonly type: 'AcceptAction';
}
export interface DeclineAction extends ByPerson {
  readonly type: 'DeclineAction';
  readonly reason: string;
}
export interface StartAction extends Decided {
  readonly type: 'StartAction';
}
export interface NoteProgress extends Decided {
  readonly type: 'NoteProgress';
  readonly note: string;
}
/** `done` completes the action too; the others need the day it will be looked at again (R4). */
export interface RecordFollowUp extends MaybeInMeeting {
  readonly type: 'RecordFollowUp';
  readonly outcome: FollowUpOutcome;
  readonly note: string | null;
  readonly nextFollowUpOn: CalendarDate | null;
}
export interface CompleteAction extends MaybeInMeeting {
  readonly type: 'CompleteAction';
  readonly note: string | null;
}
/** A second judgement replaces the first; both stay in the log. */
export interface JudgeEffect extends Decided {
  readonly type: 'JudgeEffect';
  readonly effect: Effect;
  readonly note: string | null;
}
export interface CarryOnAction extends MaybeInMeeting {
  readonly type: 'CarryOnAction';
  readonly dueOn: CalendarDate;
  readonly followUpOn: CalendarDate;
  readonly reason: string;
}
/** What is not among `changes` stays as it is. */
export interface ChangeAction extends MaybeInMeeting {
  readonly type: 'ChangeAction';
  readonly changes: ActionChanges;
  readonly reason: string;
}
/** The one who is to take an action over, as the registry knows them today: read before the command is run. */
interface ForReceiver {
  readonly receiverIsActive: boolean;
  /** Services that they hold a role in. */
  readonly receiverServiceIds: readonly string[];
}
/** A new offer takes the place of an open one. */
export interface OfferHandover extends Decided, ForReceiver {
  readonly type: 'OfferHandover';
  readonly to: PersonId;
  readonly toServiceId: ServiceId | null;
  readonly reason: string | null;
}
/** They may have left, or left the service, since it was offered. */
export interface AcceptHandover extends ByPerson, ForReceiver {
  readonly type: 'AcceptHandover';
}
export interface DeclineHandover extends ByPerson {
  readonly type: 'DeclineHandover';
  readonly reason: string | null;
}
export interface AbandonAction extends MaybeInMeeting {
  readonly type: 'AbandonAction';
  readonly reason: AbandonReason;
  readonly note: string | null;
}
/** The protocol said `from` and now says `to`, by its own correction; only by the policy that reads it. */
export interface ApplyCorrection extends Decided {
  readonly type: 'ApplyCorrection';
  readonly meetingId: MeetingId;
  readonly version: number;
  readonly from: ActionChanges;
  readonly to: ActionChanges;
  readonly reason: string;
}

export type ActionCommand =
  | AgreeAction
  | AcceptAction
  | DeclineAction
  | StartAction
  | NoteProgress
  | RecordFollowUp
  | CompleteAction
  | JudgeEffect
  | CarryOnAction
  | ChangeAction
  | OfferHandover
  | AcceptHandover
  | DeclineHandover
  | AbandonAction
  | ApplyCorrection;
