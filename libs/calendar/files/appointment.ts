import type { CalendarDate } from '#platform/kernel';
import type { MeetingKind } from '#meetings/contract';

/** A meeting as a calendar needs it: without agenda, participants or anything about children. */
export interface Appointment {
  readonly meetingId: string;
  readonly kind: MeetingKind;
  /** The first one hosts. */
  readonly unitIds: readonly string[];
  readonly on: CalendarDate;
  /** `12:00`, by a Norwegian clock. */
  readonly startsAt: string;
  readonly place: string | null;
  /** Counts changes of time, place and cancellation, as iCalendar's SEQUENCE. */
  readonly sequence: number;
  readonly isCancelled: boolean;
  /** The instant of the last change (ISO). */
  readonly changedAt: string;
}

/** Meetings have a start only; calendars show an hour. */
export const MINUTES = 60;
