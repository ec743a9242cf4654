import { stableId } from '#platform/kernel';
import type { WaitingAgreement } from '#meetings/contract';

/** A line of a mail about decisions that wait. It names nobody who waits. */
export type DecisionLine =
  /** People who wait to be let in, those that earlier mails told of among them. */
  | { readonly what: 'sign-ins'; readonly count: number }
  /** Units whose agreements wait. */
  | { readonly what: 'agreements'; readonly unitIds: readonly string[] };

/** Something that waits for a person's decision. A mail tells each person of it once. */
export interface Decision {
  /** Identifies it among what mails have told, as ids of news do. */
  readonly newsId: string;
  readonly upTo: string;
  readonly line: DecisionLine;
}

/** Sign-ins that wait for a coordinator: one decision for each question. */
export const signInDecisions = (questions: readonly string[]): readonly Decision[] =>
  questions.map((question) => ({
    newsId: 'sign-ins',
    upTo: question,
    line: { what: 'sign-ins', count: questions.length },
  }));

/** The version of an agreement that waits: another version is another decision. */
export const agreementDecision = ({ unitId, schoolYear, version }: WaitingAgreement): Decision => ({
  newsId: `agreement/${unitId}/${schoolYear}`,
  upTo: stableId('agreement', unitId, schoolYear, version),
  line: { what: 'agreements', unitIds: [unitId] },
});

/** The lines of decisions: one for all sign-ins, and one for all agreements. */
export function linesOf(decisions: readonly Decision[]): readonly DecisionLine[] {
  const lines = decisions.map(({ line }) => line);
  const signIns = lines.find(({ what }) => what === 'sign-ins');
  const unitIds = new Set(lines.flatMap((line) => (line.what === 'agreements' ? line.unitIds : [])));
  return [
    ...(signIns ? [signIns] : []),
    ...(unitIds.size > 0 ? [{ what: 'agreements' as const, unitIds: [...unitIds] }] : []),
  ];
}
