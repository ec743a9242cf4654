import type { CalendarDate, MeetingId, Month, SchoolYear, TimeOfDay, UnitId } from '#platform/kernel';
import type { PlanRule } from '../../contract/school-year.events.js';
import type { BookedHour } from './booked-hours.js';

interface OfUnit {
  readonly unitId: UnitId;
  readonly schoolYear: SchoolYear;
}

/** What the decision must know of the unit and the calendar, read before. */
export interface CalendarFacts {
  /** The unit whose table this one meets at, if it does. */
  readonly hostUnitId: string | null;
  /** Those of the wanted days on which the unit is not open. */
  readonly closedDays: readonly CalendarDate[];
  /** Those of the wanted days that are no working days there. */
  readonly freeDays: readonly CalendarDate[];
  /** Those on which the unit has another meeting at about that hour. */
  readonly busyDays: readonly CalendarDate[];
}

export interface WantedMeeting {
  readonly month: Month;
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
  /** The user named this month; one that came with a whole proposal is passed over when it is already planned or exempt. */
  readonly named: boolean;
}

/** Decides the unit's meetings of a school year: all, some, or with days of one's own. */
export interface PlanSchoolYear extends OfUnit {
  readonly type: 'PlanSchoolYear';
  readonly rule: PlanRule;
  readonly place: string | null;
  readonly jointUnitIds: readonly UnitId[];
  readonly meetings: readonly WantedMeeting[];
  /** Meet on a day that is no working day all the same. */
  readonly force: boolean;
  readonly facts: CalendarFacts;
  /** Those of the planned months' meetings that have been cancelled: their months may be planned anew, by name. */
  readonly cancelledIds: readonly string[];
  /** Booked hours that are free again: their meetings are cancelled, or stand elsewhere. */
  readonly freeHours: readonly BookedHour[];
}
/** The coordinator lets the unit off one month, with a reason that everyone sees. */
export interface ExemptMonth extends OfUnit {
  readonly type: 'ExemptMonth';
  readonly month: Month;
  readonly reason: string;
}
export interface WithdrawExemption extends OfUnit {
  readonly type: 'WithdrawExemption';
  readonly month: Month;
}
/** Takes the hour of a meeting in the unit's year, before the meeting is planned there or moved there. */
export interface BookHour extends OfUnit {
  readonly type: 'BookHour';
  readonly meetingId: MeetingId;
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
  /** How long the hour is kept for a meeting that does not come to it, as ISO instants; null where a policy begins it. */
  readonly lease: { readonly now: string; readonly until: string } | null;
  readonly freeHours: readonly BookedHour[];
}
/** Gives the hour back, where the meeting itself was refused. */
export interface ReleaseHour extends OfUnit {
  readonly type: 'ReleaseHour';
  readonly meetingId: MeetingId;
}
export type SchoolYearCommand = PlanSchoolYear | ExemptMonth | WithdrawExemption | BookHour | ReleaseHour;
