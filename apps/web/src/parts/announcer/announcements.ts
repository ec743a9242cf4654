/** One sentence for screen readers. */
export interface Announcement {
  readonly key: number;
  readonly words: string;
}

/** The last earlier announcement with a different text, and the new one. */
export function withNext(earlier: readonly Announcement[], words: string): readonly Announcement[] {
  const key = (earlier.at(-1)?.key ?? 0) + 1;
  return [...earlier.filter((it) => it.words !== words).slice(-1), { key, words }];
}
