import type { CalendarDate } from '#platform/kernel';
import type { Meeting } from '../meeting/meeting.state.js';
import { isNear } from '../year-plan/tables.js';

/** A day and an hour at which a unit meets. */
export interface Hour {
  readonly on: CalendarDate;
  readonly startsAt: string;
}

/** An hour that one of the unit's meetings has taken. */
export interface BookedHour extends Hour {
  readonly meetingId: string;
  /** Free again after this instant where the meeting has not come to the hour; null: it stays taken until it does. */
  readonly until: string | null;
}

/** So close in time, in minutes, that one unit cannot mean to have two meetings. */
const SAME_HOUR = 60;

export const overlaps = (a: Hour, b: Hour): boolean => a.on === b.on && isNear(a.startsAt, b.startsAt, SAME_HOUR);

/** The booked hours of other meetings that overlap the wanted hour. */
export const overlapping = (
  booked: readonly BookedHour[],
  wanted: Hour,
  meetingId: string | undefined,
): readonly BookedHour[] => booked.filter((it) => it.meetingId !== meetingId && overlaps(it, wanted));

/** True where the meeting stands at the hour, or is about to. `now` is an ISO instant. */
export function isTaken(hour: BookedHour, meeting: Meeting, now: string): boolean {
  if (meeting.status === 'cancelled') return false;
  const isThere = meeting.status !== 'unplanned' && meeting.on === hour.on && meeting.startsAt === hour.startsAt;
  if (isThere) return true;
  return hour.until === null ? meeting.status === 'unplanned' : hour.until > now;
}

/** The hours with one more: a meeting has one hour at a time. */
export const withHour = (booked: readonly BookedHour[], hour: BookedHour): readonly BookedHour[] => [
  ...withoutMeeting(booked, hour.meetingId),
  hour,
];
export const withoutMeeting = (booked: readonly BookedHour[], meetingId: string): readonly BookedHour[] =>
  booked.filter((it) => it.meetingId !== meetingId);
