import type { BookedHour } from './booked-hours.js';

/** A unit's school year as far as decisions need it: which months have a meeting, and which are exempt. */
export interface SchoolYearPlan {
  /** Month → meeting id. The latest one decided; whether it was cancelled later is the meeting's own to say. */
  readonly planned: Readonly<Record<string, string>>;
  /** Month → reason. */
  readonly exempt: Readonly<Record<string, string>>;
  /** Hours taken by the unit's meetings, one a meeting. */
  readonly booked: readonly BookedHour[];
}
