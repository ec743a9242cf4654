const NORWEGIAN = new Intl.Collator('nb');

/** The Norwegian order of names: æ, ø, å last. */
export const byName = (a: string, b: string): number => NORWEGIAN.compare(a, b);
