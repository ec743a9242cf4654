import type { Refused } from '#platform/kernel';
import type { BadLine } from './bad-line.js';

/** Reason why the registry refused a line: somebody changed the item meanwhile, or a rule rejects it every time. */
export const refusedRule = ({ refused }: Refused): BadLine['rule'] =>
  refused.some(({ rule }) => rule === 'CHANGED_SINCE_READ') ? 'REFUSED' : 'REFUSED_BY_RULE';
