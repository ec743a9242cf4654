/** How a broken rule is answered over HTTP: 404, 409 (the state says no), 412 (read again), 422 (what was sent says no). */
export type RefusalKind = 'not-found' | 'conflict' | 'stale' | 'invalid';

/** What a broken rule says to the user: what is wrong and what to do, in the user's language. */
export interface RefusalText {
  readonly kind: RefusalKind;
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

/** One text for every rule of a decider: a rule without a text does not compile. */
export type RefusalTexts<Rule extends string = string> = { readonly [R in Rule]: RefusalText };
