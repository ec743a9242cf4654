// Limits of requests and forms, shared by the server and the pages.

/** Most characters of a note or a reason about an alert or a unit. */
export const LONGEST = { note: 300 } as const;
