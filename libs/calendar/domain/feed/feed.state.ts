/** A person's calendar feed; null for none. */
export interface Feed {
  readonly feedId: string | null;
}
