import type { CalendarDate, MeetingId, UnitId } from '#platform/kernel';
import type { Random } from './random.js';

/** A planned meeting and its random outcome. */
export interface ComingMeeting {
  readonly meetingId: MeetingId;
  readonly on: CalendarDate;
  readonly guests: readonly UnitId[];
  readonly random: Random;
  /** True when the meeting can be neither forgotten nor cancelled. */
  readonly certain?: boolean;
}
