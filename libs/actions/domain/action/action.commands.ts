import type { ActionId, CalendarDate, MeetingId, PersonId, ServiceId, UnitId } from '#platform/kernel';
import type {
  AbandonReason,
  ActionContent,
  AskedAbout,
  Effect,
  FollowUpOutcome,
  OwnerAnswer,
} from '../../contract/index.js';
import type { ActionChanges } from './action.content.js';

/** Day of the decision: today for a person's command, the day of the meeting for a protocol. */
interface Decided {
  readonly on: CalendarDate;
}
/**
 * The meeting that decided it, if any. Its texts were checked at filing and are in the log already; only the action's
 * own state can refuse them here.
 */
interface MaybeInMeeting extends Decided {
  readonly meetingId: MeetingId | null;
}
interface ByPerson extends Decided {
  readonly by: PersonId;
}

/** Sent only by the policy that reads filed protocols. */
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
/** Answer by a one-time link in a mail of `toldOn`, which named the due date, or the day of the follow-up. */
export interface AnswerByLink extends ByPerson {
  readonly type: 'AnswerByLink';
  readonly answer: OwnerAnswer;
  readonly toldOn: CalendarDate;
  readonly about: AskedAbout;
  readonly day: CalendarDate;
}
/** `done` also completes the action; the other results need the next follow-up day (R4). */
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
/** A second judgement replaces the first; both remain in the log. */
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
/** Fields missing in `changes` stay as they are. */
export interface ChangeAction extends MaybeInMeeting {
  readonly type: 'ChangeAction';
  readonly changes: ActionChanges;
  readonly reason: string;
}
/** The person who is to take over an action, read from today's registry before the command runs. */
interface ForReceiver {
  readonly receiverIsActive: boolean;
  /** Services in which they hold a role. */
  readonly receiverServiceIds: readonly string[];
}
/** A new offer replaces an open one. */
export interface OfferHandover extends Decided, ForReceiver {
  readonly type: 'OfferHandover';
  readonly to: PersonId;
  readonly toServiceId: ServiceId | null;
  readonly reason: string | null;
}
/** The person may have left, or left the service, since the offer. */
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
/** A correction changed the protocol's content from `from` to `to`; sent only by the policy that reads corrections. */
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
  | AnswerByLink
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
