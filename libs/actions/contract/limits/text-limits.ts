// Limits of requests and forms, shared by the server and the pages.

/** Most characters of a note or a reason about an action. */
export const LONGEST = { note: 500 } as const;
/** Most kroner and hours of one action. */
export const MOST_RESOURCES = { nok: 100_000_000, hours: 100_000 } as const;
