import type { CalendarDate, MeetingId, PersonId, SchoolYear, TimeOfDay, UnitId } from '#platform/kernel';
import type { MeetingKind } from '../../contract/meeting.events.js';
import type { Protocol } from '../../contract/protocol.js';

/** The life of one meeting (workflow § 3.4): planlagt → innkalt → gjennomført → levert, or utsatt, or avlyst. */
export type Meeting = Unplanned | Coming | Cancelled | Held | Filed;

export interface Unplanned {
  readonly status: 'unplanned';
}
interface Known {
  readonly meetingId: MeetingId;
  readonly kind: MeetingKind;
  readonly unitIds: readonly UnitId[];
  readonly schoolYear: SchoolYear;
  readonly startsAt: TimeOfDay;
  readonly place: string | null;
  /** Receivers of the notice; empty before it. */
  readonly calledIds: readonly PersonId[];
  readonly agenda: string | null;
}
export interface Coming extends Known {
  readonly status: 'planned' | 'called' | 'postponed';
  readonly on: CalendarDate;
}
export interface Cancelled extends Known {
  readonly status: 'cancelled';
  readonly on: CalendarDate;
}
export interface Held extends Known {
  readonly status: 'held';
  /** The day it was held. */
  readonly on: CalendarDate;
  /** Status and day before it was reported as held. */
  readonly before: Pick<Coming, 'status' | 'on'>;
  /** Its protocol is declared lost and no longer expected. */
  readonly isLost: boolean;
}
export interface Filed extends Known {
  readonly status: 'filed';
  readonly on: CalendarDate;
  /** Day of the first version. */
  readonly filedOn: CalendarDate;
  readonly version: number;
  readonly protocol: Protocol;
}
