// Limits of requests and forms, shared by the server and the pages.

/** Most characters of the texts about a meeting. */
export const LONGEST = { place: 200, agenda: 2000, reason: 500 } as const;
