/** The latest digests, more of them than anybody leaves unread. */
export const LATEST_DIGESTS = { query: { size: 10 } } as const;
