import type { Refused } from '#platform/kernel';
import type { BadLine } from './bad-line.js';

/**
 * Refusals of a line that was planned on what the read models showed before somebody changed it; repeating the import
 * helps. A command id is used twice when what a line registers is registered and not shown yet: the id derives from its
 * name.
 */
const CHANGED_MEANWHILE: ReadonlySet<string> = new Set(['CHANGED_SINCE_READ', 'IDEMPOTENCY_KEY_REUSED']);

/** Reason why the registry refused a line: somebody changed the item meanwhile, or a rule rejects it every time. */
export const refusedRule = ({ refused }: Refused): BadLine['rule'] =>
  refused.some(({ rule }) => CHANGED_MEANWHILE.has(rule)) ? 'REFUSED' : 'REFUSED_BY_RULE';
