/**
 * Meetings per week that one member of a service can attend, when the municipality has not set the service's capacity.
 * A meeting takes about half a working day with travel and preparation, and members have other work too.
 */
export const MEETINGS_A_MEMBER = 4;

/** Meetings per week that a service can attend: as set, otherwise by its members; without members, no known limit. */
export const capacityOf = (meetingsPerWeek: number | null, members: number): number =>
  meetingsPerWeek ?? (members === 0 ? Number.POSITIVE_INFINITY : members * MEETINGS_A_MEMBER);
