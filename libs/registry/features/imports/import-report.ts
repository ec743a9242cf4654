import type { BadLine } from './bad-line.js';
import type { PersonQuestion } from './person-question.js';

/** One change of an item in an import: a field, a role at a place, an assigned unit. */
export interface ImportChange {
  readonly field: string;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
  /** Name of the unit, service or service unit concerned. */
  readonly at: string | null;
}
/** An item that an import registers or changes. */
export interface ImportItem {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly ImportChange[];
}

/** Result of any import, or of its preview. */
export interface ImportReport {
  readonly lines: number;
  readonly bad: readonly BadLine[];
  readonly leftOut: readonly { readonly line: number; readonly reason: string }[];
  readonly added: readonly ImportItem[];
  readonly changed: readonly ImportItem[];
  readonly unchanged: number;
  /** Lines whose person is uncertain, answered or not. For imports of people only. */
  readonly questions?: readonly PersonQuestion[];
  /** Registered items that the file lacks. An import never closes them. */
  readonly missing: readonly { readonly id: string; readonly name: string }[];
  /**
   * The same for the same file on the same registry: the import executes exactly what the preview showed, or nothing.
   */
  readonly digest: string;
  /** False for a preview, when bad lines stopped the import, and when the preview is outdated. */
  readonly applied: boolean;
  /** True when the given digest differs from this one. */
  readonly outdated: boolean;
}

export interface ImportOptions {
  /** Imports the valid lines even if others are bad or are questions. Otherwise nothing of the file is imported. */
  readonly skipBad?: boolean;
  /** Reports the changes without making them. */
  readonly preview?: boolean;
  /** The digest of the accepted preview; if it differs now, nothing is done. */
  readonly digest?: string;
}

/** Unanswered questions; their lines are excluded from all changes. */
export const unanswered = ({ questions = [] }: Pick<ImportReport, 'questions'>): readonly PersonQuestion[] =>
  questions.filter(({ answer }) => answer === null);
