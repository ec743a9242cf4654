/** What a person has confirmed: of each piece of news, up to which events. */
export type SeenNews = Readonly<Record<string, readonly string[]>>;
