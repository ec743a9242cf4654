import type { CalendarDate, MeetingId, UnitId } from '#platform/kernel';

export interface FollowClosure {
  readonly type: 'FollowClosure';
  readonly unitId: UnitId;
  readonly lastDay: CalendarDate;
  readonly reason: string;
}
export interface LiftClosure {
  readonly type: 'LiftClosure';
  readonly unitId: UnitId;
}
/** Lists the planned meetings after the last open day, so that each is cancelled. */
export interface ListMeetings {
  readonly type: 'ListMeetings';
  readonly unitId: UnitId;
  /** Position of the event that it follows from: the meetings must be known as far. */
  readonly knownTo: string;
  /** Coming meetings that the unit hosts; read before. */
  readonly coming: readonly { readonly meetingId: MeetingId; readonly on: CalendarDate }[];
  /** The municipality's form of Norwegian, in which the reason is written; read before. */
  readonly languageForm: 'nb' | 'nn' | 'neutral';
}
export type UnitClosureCommand = FollowClosure | LiftClosure | ListMeetings;
