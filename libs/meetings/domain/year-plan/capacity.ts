/**
 * Meetings a week that one member of a service can attend, where the municipality has not said what the service can do.
 * A meeting takes about half a working day with the way there and the preparation, and a member must do other work too.
 */
export const MEETINGS_A_MEMBER = 4;

/** Meetings a week that a service can attend: what is set, or else what its members can; no members, no limit known. */
export const capacityOf = (meetingsPerWeek: number | null, members: number): number =>
  meetingsPerWeek ?? (members === 0 ? Number.POSITIVE_INFINITY : members * MEETINGS_A_MEMBER);
