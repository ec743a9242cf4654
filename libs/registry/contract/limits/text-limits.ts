// Limits of requests and forms, shared by the server and the pages.

/** Most characters of the texts of the register. */
export const LONGEST = {
  /** Name of a unit, a service, a service unit or a person. */
  name: 200,
  municipalityName: 100,
  area: 100,
  title: 100,
  email: 254,
  phone: 30,
  reason: 500,
  closedPeriodReason: 200,
  /** Letters to search people by. */
  search: 100,
} as const;
/** Most meetings a week of one service. */
export const MOST_MEETINGS_A_WEEK = 500;
