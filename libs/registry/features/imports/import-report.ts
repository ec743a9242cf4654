import { createHash } from 'node:crypto';
import type { BadLine } from './bad-line.js';
import type { WhoQuestion } from './who-question.js';

/** One thing that an import changes of an item: a field, a role at a place, a unit that is served. */
export interface ImportChange {
  readonly field: string;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
  /** The unit, service or service unit that it is about, by name. */
  readonly at: string | null;
}
/** An item that an import takes in or changes. */
export interface ImportItem {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly ImportChange[];
}

/** What an import did, or would do, whatever it is of. */
export interface ImportReport {
  readonly lines: number;
  readonly bad: readonly BadLine[];
  readonly leftOut: readonly { readonly line: number; readonly reason: string }[];
  readonly added: readonly ImportItem[];
  readonly changed: readonly ImportItem[];
  readonly unchanged: number;
  /** Whom lines are about, where it is not certain; answered or not. Only of people. */
  readonly questions?: readonly WhoQuestion[];
  /** Of the registry, that the file does not have. They are never closed by an import. */
  readonly missing: readonly { readonly id: string; readonly name: string }[];
  /** The same for the same file on the same registry: what a preview showed is what is carried out, or nothing is. */
  readonly digest: string;
  /** False for a preview, where bad lines held everything back, and where the preview no longer holds. */
  readonly applied: boolean;
  /** True where the digest that was given is not this one. */
  readonly outdated: boolean;
}

export interface ImportOptions {
  /** Import the lines that are right, though others are bad or are questions. Otherwise nothing of the file is imported. */
  readonly skipBad?: boolean;
  /** Say what would be done, and do nothing. */
  readonly preview?: boolean;
  /** The digest of the preview that somebody accepted; another one now, and nothing is done. */
  readonly digest?: string;
}

/** A fingerprint of what an import would do: everything that it writes, on the revisions that it was planned on. */
export const digestOf = (steps: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify(steps, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))
    .digest('hex');

/** Questions that nobody has answered; their lines are in nothing that is written. */
export const unanswered = ({ questions = [] }: Pick<ImportReport, 'questions'>): readonly WhoQuestion[] =>
  questions.filter(({ answer }) => answer === null);

/** True where nothing is to be written: a preview, lines that were not to be passed over, or an outdated preview. */
export const isHeldBack = (
  { bad, questions, outdated }: Pick<ImportReport, 'bad' | 'questions' | 'outdated'>,
  { preview = false, skipBad = false }: ImportOptions,
): boolean => preview || outdated || (!skipBad && (bad.length > 0 || unanswered({ questions }).length > 0));
