/**
 * What an entry is found by beside its words: whose it is and what it belongs to. A mark begins with a sign that no word
 * has, so nobody can type one. With marks a right is a part of the question, answered by the same index (ADR 0092).
 */
export const mark = {
  kind: (kind: string) => `#${kind}`,
  /** Of the day that it is ordered by. */
  year: (year: number | string) => `#y${year}`,
  municipality: (number: string) => `#k${number}`,
  unit: (unitId: string) => `#u${unitId}`,
  service: (serviceId: string) => `#s${serviceId}`,
  /** A meeting, and what was agreed there. */
  meeting: (meetingId: string) => `#m${meetingId}`,
  /** Called to a meeting, or took part. */
  called: (personId: string) => `#c${personId}`,
  tookPart: (personId: string) => `#t${personId}`,
  /** Answers for an action, helps, or is asked to take it over. */
  works: (personId: string) => `#w${personId}`,
  /** A meeting without a filed protocol. */
  unfiled: '#unfiled',
} as const;
