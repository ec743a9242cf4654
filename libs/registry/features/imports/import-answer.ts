import { RefusedError } from '#platform/http';
import type { Language } from '#platform/identity';
import { refuse } from '#platform/kernel';
import { sentenceFor } from './bad-line.js';
import { unanswered, type ImportItem, type ImportOptions, type ImportReport } from './import-report.js';
import type { ImportAnswer } from './import.dto.js';

/** Maximum number of items listed; the counts are complete. */
const MOST_LISTED = 500;

/** A preview is always answered. A stopped import is refused, with the whole report in the answer. */
export function answerOrRefuse(report: ImportReport, { preview }: ImportOptions, language: Language): ImportAnswer {
  const answer = answerOf(report, language);
  if (report.outdated) throw new RefusedError(refuse('IMPORT_PREVIEW_OUTDATED'), answer);
  if (!report.applied && !preview)
    throw new RefusedError(refuse(report.bad.length > 0 ? 'FILE_HAS_BAD_LINES' : 'FILE_HAS_QUESTIONS'), answer);
  return answer;
}

function answerOf(report: ImportReport, language: Language): ImportAnswer {
  const { applied, digest, lines, added, changed, unchanged, leftOut, bad, missing } = report;
  const cut = <T>(items: readonly T[]) => items.slice(0, MOST_LISTED);
  const itemOf = ({ id, name, changes }: ImportItem) => ({ id, name, changes: [...changes] });
  return {
    applied,
    digest,
    lines,
    counts: {
      new: added.length,
      changed: changed.length,
      unchanged,
      leftOut: leftOut.length,
      bad: bad.length,
      missing: missing.length,
      unanswered: unanswered(report).length,
    },
    new: cut(added).map(itemOf),
    changed: cut(changed).map(itemOf),
    leftOut: [...cut(leftOut)],
    bad: cut(bad).map(({ line, rule }) => ({ line, rule, detail: sentenceFor({ rule }, language) })),
    missing: [...cut(missing)],
    questions: cut(report.questions ?? []).map(({ file: _, options, roles, ...it }) => ({
      ...it,
      roles: [...roles],
      options: options.map((option) => ({ ...option, roles: [...option.roles] })),
    })),
  };
}
