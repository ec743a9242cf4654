/** What a mail says of a decision that waits. It names nobody who waits. */
export interface DecisionLine {
  readonly what: 'sign-ins';
  /** People who wait, those that earlier mails told of among them. */
  readonly count: number;
}

/** Something that waits for a person's decision. A mail tells each person of it once. */
export interface Decision {
  /** Identifies it among what mails have told, as ids of news do. */
  readonly newsId: string;
  readonly upTo: string;
  readonly line: DecisionLine;
}

/** Id of everyone who waits to be let in, among what mails have told. */
const SIGN_INS = 'sign-ins';

/** Sign-ins that wait for a coordinator: one decision for each question. */
export const signInDecisions = (questions: readonly string[]): readonly Decision[] =>
  questions.map((question) => ({
    newsId: SIGN_INS,
    upTo: question,
    line: { what: 'sign-ins', count: questions.length },
  }));

/** The lines of decisions; all sign-ins are one line. */
export const linesOf = (decisions: readonly Decision[]): readonly DecisionLine[] => [
  ...new Map(decisions.map(({ newsId, line }) => [newsId, line])).values(),
];
