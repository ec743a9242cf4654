import type { CalendarDate, MeetingId, Month, SchoolYear, TimeOfDay, UnitId } from '#platform/kernel';
import type { PlanRule } from '../../contract/school-year.events.js';
import type { BookedHour } from './booked-hours.js';

interface OfUnit {
  readonly unitId: UnitId;
  readonly schoolYear: SchoolYear;
}

/** Facts about the unit and the calendar, read beforehand. */
export interface CalendarFacts {
  /** The unit whose meetings this one joins; null for none. */
  readonly hostUnitId: string | null;
  /** The wanted days on which the unit is closed. */
  readonly closedDays: readonly CalendarDate[];
  /** The wanted days that are no working days there. */
  readonly freeDays: readonly CalendarDate[];
  /** The wanted days with another meeting of the unit at about that hour. */
  readonly busyDays: readonly CalendarDate[];
}

export interface WantedMeeting {
  readonly month: Month;
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
  /** True when the user chose this month; otherwise it is skipped if it is already planned or exempt. */
  readonly named: boolean;
}

/** Decides the unit's meetings of a school year: all, some, or on other days. */
export interface PlanSchoolYear extends OfUnit {
  readonly type: 'PlanSchoolYear';
  readonly rule: PlanRule;
  readonly place: string | null;
  readonly jointUnitIds: readonly UnitId[];
  readonly meetings: readonly WantedMeeting[];
  /** Permits a day that is no working day. */
  readonly force: boolean;
  readonly facts: CalendarFacts;
  /** Cancelled meetings of the planned months: these months may be planned again when chosen by the user. */
  readonly cancelledIds: readonly string[];
  /** Reserved hours that are free again, because their meetings are cancelled or at another hour. */
  readonly freeHours: readonly BookedHour[];
}
/** Exempts the unit from one month, with a reason that everyone sees. */
export interface ExemptMonth extends OfUnit {
  readonly type: 'ExemptMonth';
  readonly month: Month;
  readonly reason: string;
}
export interface WithdrawExemption extends OfUnit {
  readonly type: 'WithdrawExemption';
  readonly month: Month;
}
/** Reserves the hour of a meeting in the unit's year, before the meeting is planned there or moved there. */
export interface BookHour extends OfUnit {
  readonly type: 'BookHour';
  readonly meetingId: MeetingId;
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
  /**
   * Start and end of the reservation for a meeting that does not move to the hour, as ISO instants; null when a policy
   * starts the meeting.
   */
  readonly lease: { readonly now: string; readonly until: string } | null;
  readonly freeHours: readonly BookedHour[];
}
/** Releases the hour because the meeting itself was refused. */
export interface ReleaseHour extends OfUnit {
  readonly type: 'ReleaseHour';
  readonly meetingId: MeetingId;
}
export type SchoolYearCommand = PlanSchoolYear | ExemptMonth | WithdrawExemption | BookHour | ReleaseHour;
