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
  /** Position of the causing event: the list of meetings must include everything up to it. */
  readonly knownTo: string;
  /** Coming meetings that the unit hosts; read beforehand. */
  readonly coming: readonly { readonly meetingId: MeetingId; readonly on: CalendarDate }[];
  /** The municipality's form of Norwegian for the written reason; read beforehand. */
  readonly languageForm: 'nb' | 'nn' | 'neutral';
}
export type UnitClosureCommand = FollowClosure | LiftClosure | ListMeetings;
