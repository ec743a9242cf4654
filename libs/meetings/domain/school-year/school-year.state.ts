import type { BookedHour } from './booked-hours.js';

/** A unit's school year, as far as decisions need it: planned and exempt months. */
export interface SchoolYearPlan {
  /** Month → meeting id of the latest decision; a later cancellation is in the meeting's own stream. */
  readonly planned: Readonly<Record<string, string>>;
  /** Month → reason. */
  readonly exempt: Readonly<Record<string, string>>;
  /** Hours reserved by the unit's meetings, one per meeting. */
  readonly booked: readonly BookedHour[];
}
