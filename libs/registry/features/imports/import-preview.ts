import { createHash } from 'node:crypto';
import { unanswered, type ImportOptions, type ImportReport } from './import-report.js';

/** A fingerprint of an import's changes: everything it writes, with the revisions it was planned on. */
export const digestOf = (steps: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify(steps, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))
    .digest('hex');

/** True when the accepted preview showed other changes than would be made now. */
export const isOutdated = (digest: string, { digest: accepted }: ImportOptions): boolean =>
  accepted !== undefined && accepted !== digest;

/** True when nothing is to be written: a preview, bad lines that must not be skipped, or an outdated preview. */
export const isHeldBack = (
  { bad, questions, outdated }: Pick<ImportReport, 'bad' | 'questions' | 'outdated'>,
  { preview = false, skipBad = false }: ImportOptions,
): boolean => preview || outdated || (!skipBad && (bad.length > 0 || unanswered({ questions }).length > 0));
