import type { Refused } from '#platform/kernel';
import type { BadLine } from './bad-line.js';

/** Why the registry refused a line after all: somebody changed the item meanwhile, or a rule says no each time. */
export const refusedRule = ({ refused }: Refused): BadLine['rule'] =>
  refused.some(({ rule }) => rule === 'CHANGED_SINCE_READ') ? 'REFUSED' : 'REFUSED_BY_RULE';
