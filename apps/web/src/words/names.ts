const NORWEGIAN = new Intl.Collator('nb');

/** The order of names in Norwegian: æ, ø, å last. */
export const byName = (a: string, b: string): number => NORWEGIAN.compare(a, b);
