import type { CalendarDate, MeetingId, PersonId, SchoolYear, TimeOfDay, UnitId } from '#platform/kernel';
import type { ActionStanding } from '#actions/contract';
import type { MeetingKind } from '../../contract/meeting.events.js';
import type { ProtocolDraft } from '../draft/protocol-draft.js';

/** What the decision must know of the wanted day, read before. */
export interface DayFacts {
  /** The day is no working day for the host unit. */
  readonly freeDay: boolean;
  /** Those of the meeting's units that are not open on the day, or not known at all. */
  readonly closedUnitIds: readonly string[];
  /** Those that have another meeting at about that hour. */
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
  /** Meet on a day that is no working day all the same. */
  readonly force: boolean;
  readonly facts: DayFacts;
}
/** Another day or time before anyone was called. */
export interface MoveMeeting {
  readonly type: 'MoveMeeting';
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
  readonly place: string | null;
  readonly reason: string | null;
  /** The coordinator may move it anywhere in the school year; others within its month. */
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
/** Another day after people were called (utsatt). */
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

/** It was not held: said by mistake. */
export interface RetractHeld {
  readonly type: 'RetractHeld';
  readonly reason: string;
}
/** Nobody can write the protocol any longer. */
export interface DeclareProtocolLost {
  readonly type: 'DeclareProtocolLost';
  readonly reason: string;
  readonly by: PersonId;
  readonly today: CalendarDate;
}

/** What filing must know of others, read before: the registry and the action list, both as of the meeting's day. */
export interface FilingFacts {
  /** Everyone whom the draft names or who owns one of its earlier actions, where the registry knows them. */
  readonly people: readonly PersonOnTheDay[];
  /** Every service that the registry knows. */
  readonly serviceIds: readonly string[];
  /** Actions of the meeting's units that stood open on its day. */
  readonly openActions: readonly OpenOnTheDay[];
  /** How the actions stand today that the draft, or the version it corrects, decides about. */
  readonly standing: readonly ActionStanding[];
  /** Ids of the draft's new actions that some action has already; asked when it is filed, not while it is written. */
  readonly usedActionIds?: readonly string[];
}
export interface OpenOnTheDay {
  readonly actionId: string;
  /** Somebody active answers for it: the owner of that day on that day, or the owner of today today. */
  readonly hasActiveOwner: boolean;
  /** Decided about on a later day, handovers apart, or ended: the later decision stands. */
  readonly isDecidedSince: boolean;
  /** Null where it was not completed. */
  readonly completedOn: CalendarDate | null;
}
export interface PersonOnTheDay {
  readonly personId: string;
  /** Holds a role on the meeting's day. */
  readonly active: boolean;
  /** Units and services where a role was held on the meeting's day; all services of a service unit for its leader. */
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
/** A new version of a filed protocol, whole, with the reason. */
export interface CorrectProtocol {
  readonly type: 'CorrectProtocol';
  readonly draft: ProtocolDraft;
  readonly reason: string;
  readonly by: PersonId;
  readonly today: CalendarDate;
  readonly facts: FilingFacts;
}

/** The commands that give a meeting its day and hour. */
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
