// Limits of requests and forms, shared by the server and the pages.

/** Most characters of the reason for another version of published figures. */
export const LONGEST = { reason: 500 } as const;
