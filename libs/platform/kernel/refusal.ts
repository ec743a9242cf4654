/** HTTP status of a broken rule: 404, 409 (the state forbids it), 412 (read again), 422 (the input is invalid). */
export type RefusalKind = 'not-found' | 'conflict' | 'stale' | 'invalid';

/** Text of a broken rule for the user: the fault and its remedy, in the user's language. */
export interface RefusalText {
  readonly kind: RefusalKind;
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

/** A text for every rule of a decider: a rule without a text does not compile. */
export type RefusalTexts<Rule extends string = string> = { readonly [R in Rule]: RefusalText };
