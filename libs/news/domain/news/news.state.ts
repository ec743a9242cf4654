/** Confirmed events of a person, by news item. */
export type SeenNews = Readonly<Record<string, readonly string[]>>;
