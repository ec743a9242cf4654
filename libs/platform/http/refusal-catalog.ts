import type { Language } from '#platform/identity';
import type { RefusalKind, RefusalText, RefusalTexts, Refused } from '#platform/kernel';
import type { Problem } from './problem.js';
import { STREAM_REFUSALS, type ProblemName } from './problem-texts.js';

/**
 * Order of precedence of the kinds: first invalid input, which the user can correct, then the state, then concurrent
 * changes.
 */
const WEIGHT = ['invalid', 'conflict', 'stale', 'not-found'] as const satisfies readonly RefusalKind[];
const PROBLEM_OF: Readonly<Record<RefusalKind, ProblemName>> = {
  invalid: 'refused',
  conflict: 'conflict',
  stale: 'stale',
  'not-found': 'not-found',
};

/** The texts of every rule of the installation, by rule name. */
export class RefusalCatalog {
  private readonly texts = new Map<string, RefusalText>();

  constructor(...groups: readonly RefusalTexts[]) {
    for (const group of [STREAM_REFUSALS, ...groups])
      for (const [rule, text] of Object.entries(group)) this.add(rule, text);
  }

  /** The problem for a refusal. Throws for a rule without a text, which is a fault of the program. */
  problemOf({ refused }: Refused): ProblemName {
    const kinds = refused.map(({ rule }) => this.textOf(rule).kind);
    return PROBLEM_OF[WEIGHT.find((kind) => kinds.includes(kind))!];
  }

  /** Every broken rule with its text. */
  brokenOf({ refused }: Refused, language: Language): NonNullable<Problem['broken']> {
    return refused.map(({ rule, at }) => ({ rule, at, detail: this.textOf(rule)[language] }));
  }

  private textOf(rule: string): RefusalText {
    const text = this.texts.get(rule);
    if (!text) throw new Error(`The rule ${rule} has no text`);
    return text;
  }

  private add(rule: string, text: RefusalText): void {
    const known = this.texts.get(rule);
    if (known && JSON.stringify(known) !== JSON.stringify(text))
      throw new Error(`The rule ${rule} has two texts: rules of two contexts need two names`);
    this.texts.set(rule, text);
  }
}
