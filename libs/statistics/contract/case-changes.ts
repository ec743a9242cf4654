import { casesInside } from './figure.js';
import type { Case, Indicator } from './indicator.js';

/** One subject's part of a figure: its cases, those in the numerator, and the sum of their amounts. */
export interface SubjectShare {
  readonly cases: number;
  readonly counting: number;
  /** Null where its cases have no amount. */
  readonly amount: number | null;
}

/** A subject (a meeting, an action, a unit's month …) whose part of a figure differs between two moments. */
export interface CaseChange extends Pick<Case, 'subject' | 'on' | 'unitIds'> {
  readonly how: 'added' | 'removed' | 'changed';
  /** Null: it was not in the figure. */
  readonly before: SubjectShare | null;
  /** Null: it is no longer in the figure. */
  readonly after: SubjectShare | null;
}

/**
 * The cases that changed a figure between two moments, by how they were known at each; the latest day first. The day of
 * a case does not count: an open action is in a figure on the figure's day, which says nothing about the action.
 */
export function caseChanges(
  definition: Pick<Indicator, 'asides'>,
  before: readonly Case[],
  after: readonly Case[],
): readonly CaseChange[] {
  const [then, now] = [bySubject(definition, before), bySubject(definition, after)];
  const changes: CaseChange[] = [];
  for (const key of new Set([...then.keys(), ...now.keys()])) {
    const [was, is] = [then.get(key), now.get(key)];
    if (signatureOf(was) === signatureOf(is)) continue;
    const { subject, on, unitIds } = (is ?? was)![0];
    const how = !was ? 'added' : is ? 'changed' : 'removed';
    changes.push({ subject, on, unitIds, how, before: shareOf(was), after: shareOf(is) });
  }
  return changes.toSorted(
    (a, b) => compare(b.on, a.on) || compare(a.subject.kind, b.subject.kind) || compare(a.subject.id, b.subject.id),
  );
}

type Cases = readonly [Case, ...Case[]];

const bySubject = (definition: Pick<Indicator, 'asides'>, cases: readonly Case[]) =>
  Map.groupBy(casesInside(definition, cases), ({ subject: { kind, id } }) => `${kind} ${id}`) as unknown as ReadonlyMap<
    string,
    Cases
  >;

/** Equal where the cases of a subject make the same contribution, in any order. */
const signatureOf = (cases: Cases | undefined): string =>
  (cases ?? [])
    .map(({ counts, amount, personId }) => `${counts} ${amount} ${personId}`)
    .toSorted()
    .join('\n');

function shareOf(cases: Cases | undefined): SubjectShare | null {
  if (!cases) return null;
  const amounts = cases.flatMap(({ amount }) => amount ?? []);
  return {
    cases: cases.length,
    counting: cases.filter(({ counts }) => counts).length,
    amount: amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0),
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
