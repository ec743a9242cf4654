/**
 * Search terms of an entry besides its words, for owners and related items. A filter term begins with a character that
 * no word has, so users cannot type one. With filter terms a right becomes part of the query and is checked by the same
 * index (ADR 0092).
 */
export const filterTerm = {
  kind: (kind: string) => `#${kind}`,
  /** Year of the day that it is sorted by. */
  year: (year: number | string) => `#y${year}`,
  tenant: (id: string) => `#k${id}`,
  unit: (unitId: string) => `#u${unitId}`,
  service: (serviceId: string) => `#s${serviceId}`,
  /** A meeting, and the actions agreed in it. */
  meeting: (meetingId: string) => `#m${meetingId}`,
  /** A person called to a meeting, or a participant. */
  called: (personId: string) => `#c${personId}`,
  tookPart: (personId: string) => `#t${personId}`,
  /** Owner or helper of an action, or the receiver of an offer. */
  works: (personId: string) => `#w${personId}`,
  /** A meeting without a filed protocol. */
  unfiled: '#unfiled',
} as const;
