import type { RefusalTexts } from '#platform/kernel';
import type { OperatorRule } from './operator.decider.js';

/** No command of an operator is refused. */
export const operatorRefusals: RefusalTexts<OperatorRule> = {};
