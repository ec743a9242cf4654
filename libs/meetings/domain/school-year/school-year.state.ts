/** A unit's school year as far as decisions need it: which months have a meeting, and which are exempt. */
export interface SchoolYearPlan {
  /** Month → meeting id. A meeting that was cancelled later still stands here: its month was planned. */
  readonly planned: Readonly<Record<string, string>>;
  /** Month → reason. */
  readonly exempt: Readonly<Record<string, string>>;
}
