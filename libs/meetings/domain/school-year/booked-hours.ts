import type { CalendarDate } from '#platform/kernel';
import type { Meeting } from '../meeting/meeting.state.js';
import { isNear } from '../year-plan/planned-attendance.js';

/** Day and time of a unit's meeting. */
export interface Hour {
  readonly on: CalendarDate;
  readonly startsAt: string;
}

/** The hour reserved by one of the unit's meetings. */
export interface BookedHour extends Hour {
  readonly meetingId: string;
  /** Instant after which the hour is free again unless the meeting has moved to it; null: reserved until it does. */
  readonly until: string | null;
}

/** Minutes; two meetings of one unit closer than this are considered a mistake. */
const SAME_HOUR = 60;

export const overlaps = (a: Hour, b: Hour): boolean => a.on === b.on && isNear(a.startsAt, b.startsAt, SAME_HOUR);

/** The booked hours of other meetings that overlap the wanted hour. */
export const overlapping = (
  booked: readonly BookedHour[],
  wanted: Hour,
  meetingId: string | undefined,
): readonly BookedHour[] => booked.filter((it) => it.meetingId !== meetingId && overlaps(it, wanted));

/** True when the meeting is at the hour, or about to move to it. `now` is an ISO instant. */
export function isTaken(hour: BookedHour, meeting: Meeting, now: string): boolean {
  if (meeting.status === 'cancelled') return false;
  const isThere = meeting.status !== 'unplanned' && meeting.on === hour.on && meeting.startsAt === hour.startsAt;
  if (isThere) return true;
  return hour.until === null ? meeting.status === 'unplanned' : hour.until > now;
}

/** The hours with one more; a meeting has one hour at a time. */
export const withHour = (booked: readonly BookedHour[], hour: BookedHour): readonly BookedHour[] => [
  ...withoutMeeting(booked, hour.meetingId),
  hour,
];
export const withoutMeeting = (booked: readonly BookedHour[], meetingId: string): readonly BookedHour[] =>
  booked.filter((it) => it.meetingId !== meetingId);
