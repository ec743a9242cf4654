import type { CalendarDate } from '#platform/kernel';
import type { AppointmentRow } from '../read-models/appointment/appointment.entity.js';

export const INVITATION = 'invitation';
export const WITHDRAWAL = 'invitation-withdrawn';

/** A mail with an appointment for a person's calendar. */
export interface DueInvitation {
  readonly personId: string;
  readonly kind: typeof INVITATION | typeof WITHDRAWAL;
  /** The same for the same state of the appointment, so that it is sent once. */
  readonly period: string;
  readonly meetingId: string;
  /** Since when the appointment is as the mail tells it (ISO instant). */
  readonly since: string;
}

/**
 * The invitations to meetings that are still to come: one for each person who is called and each state of time and place,
 * and a withdrawal for those who are called no longer or whose meeting is cancelled. A meeting of the year's plan has none
 * before its notice.
 */
export function dueInvitations(rows: readonly AppointmentRow[], today: CalendarDate): readonly DueInvitation[] {
  return rows
    .filter(({ on, isHeld }) => on >= today && !isHeld)
    .flatMap(({ meetingId, sequence, isCancelled, invited, changedAt }) =>
      Object.entries(invited).map(([personId, { calls, isCalled, at }]) => ({
        personId,
        kind: isCalled && !isCancelled ? INVITATION : WITHDRAWAL,
        period: `${meetingId}/${calls}.${sequence}`,
        meetingId,
        since: at > changedAt ? at : changedAt,
      })),
    );
}
