import type { CalendarDate, MeetingId, UnitId } from '#platform/kernel';
import type { Random } from './random.js';

/** A meeting that is planned, and what chance will make of it. */
export interface ComingMeeting {
  readonly meetingId: MeetingId;
  readonly on: CalendarDate;
  readonly guests: readonly UnitId[];
  readonly random: Random;
  /** Neither forgotten nor cancelled. */
  readonly certain?: boolean;
}
