import type { CalendarDate, MeetingId, PersonId, SchoolYear, TimeOfDay, UnitId } from '#platform/kernel';
import type { ActionState } from '#actions/contract';
import type { MeetingKind } from '../../contract/meeting.events.js';
import type { ProtocolDraft } from '../draft/protocol-draft.js';

/** Facts about the wanted day, read beforehand. */
export interface DayFacts {
  /** True when the day is no working day of the host unit. */
  readonly freeDay: boolean;
  /** The meeting's units that are closed on the day or unknown. */
  readonly closedUnitIds: readonly string[];
  /** The units with another meeting at about that hour. */
  readonly busyUnitIds: readonly string[];
}

export interface PlanMeeting {
  readonly type: 'PlanMeeting';
  readonly meetingId: MeetingId;
  readonly kind: MeetingKind;
  /** The first one hosts. */
  readonly unitIds: readonly UnitId[];
  readonly schoolYear: SchoolYear;
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
  readonly place: string | null;
  readonly reason: string | null;
  readonly urgent: boolean;
  /** Permits a day that is no working day. */
  readonly force: boolean;
  readonly facts: DayFacts;
}
/** Another day or time before the notice. */
export interface MoveMeeting {
  readonly type: 'MoveMeeting';
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
  readonly place: string | null;
  readonly reason: string | null;
  /** True for the coordinator, who may move it within the school year; others within its month. */
  readonly outOfMonth: boolean;
  readonly force: boolean;
  readonly facts: DayFacts;
}
export interface GiveNotice {
  readonly type: 'GiveNotice';
  readonly to: readonly PersonId[];
  readonly agenda: string | null;
  readonly today: CalendarDate;
}
/** Another day after the notice (utsatt). */
export interface PostponeMeeting {
  readonly type: 'PostponeMeeting';
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
  readonly reason: string;
  readonly force: boolean;
  readonly facts: DayFacts;
}
export interface CancelMeeting {
  readonly type: 'CancelMeeting';
  readonly reason: string;
}
export interface HoldMeeting {
  readonly type: 'HoldMeeting';
  readonly heldOn: CalendarDate;
  readonly today: CalendarDate;
}

/** The meeting was reported as held by mistake. */
export interface RetractHeld {
  readonly type: 'RetractHeld';
  readonly reason: string;
}
/** Nobody can write the protocol any more. */
export interface DeclareProtocolLost {
  readonly type: 'DeclareProtocolLost';
  readonly reason: string;
  readonly by: PersonId;
  readonly today: CalendarDate;
}

/** Facts for filing from the registry and the action list, as of the day of the meeting; read beforehand. */
export interface FilingFacts {
  /** Everyone in the draft and the owners of its earlier actions, if known to the registry. */
  readonly people: readonly PersonOnTheDay[];
  /** Every service in the registry. */
  readonly serviceIds: readonly string[];
  /** Actions of the meeting's units that were open on its day. */
  readonly openActions: readonly OpenOnTheDay[];
  /** Current state of the actions that the draft, or the version it corrects, decides about. */
  readonly actionStates: readonly ActionState[];
  /** Ids of the draft's new actions that are already used; only read at filing. */
  readonly usedActionIds?: readonly string[];
}
export interface OpenOnTheDay {
  readonly actionId: string;
  /** True when an active person is responsible: the owner of that day on that day, or today's owner today. */
  readonly hasActiveOwner: boolean;
  /** True when it ended or was decided about on a later day, handovers excluded: the later decision is valid. */
  readonly isDecidedSince: boolean;
  /** Null when it was not completed. */
  readonly completedOn: CalendarDate | null;
}
export interface PersonOnTheDay {
  readonly personId: string;
  /** True when they hold a role on the meeting's day. */
  readonly active: boolean;
  /** Units and services of the roles held on the meeting's day; all services of a service unit for its leader. */
  readonly unitIds: readonly string[];
  readonly serviceIds: readonly string[];
}

export interface FileProtocol {
  readonly type: 'FileProtocol';
  readonly draft: ProtocolDraft;
  readonly by: PersonId;
  readonly today: CalendarDate;
  readonly facts: FilingFacts;
}
/** A new complete version of a filed protocol, with the reason. */
export interface CorrectProtocol {
  readonly type: 'CorrectProtocol';
  readonly draft: ProtocolDraft;
  readonly reason: string;
  readonly by: PersonId;
  readonly today: CalendarDate;
  readonly facts: FilingFacts;
}

/** The commands that set a meeting's day and hour. */
export type MovesMeeting = PlanMeeting | MoveMeeting | PostponeMeeting;
export type MeetingCommand =
  | PlanMeeting
  | MoveMeeting
  | GiveNotice
  | PostponeMeeting
  | CancelMeeting
  | HoldMeeting
  | RetractHeld
  | DeclareProtocolLost
  | FileProtocol
  | CorrectProtocol;
