import type { RefusalTexts } from '#platform/kernel';
import { actionRefusals } from '../action/action.refusals.js';
import type { RefusedDecisionRule } from './refused-decision.decider.js';

/** Texts for broken rules about a refused decision. `NOT_FOUND` has the same text for every stream, defined elsewhere. */
export const refusedDecisionRefusals: RefusalTexts<Exclude<RefusedDecisionRule, 'NOT_FOUND'>> = {
  TEXT_HOLDS_NATIONAL_NUMBER: actionRefusals.TEXT_HOLDS_NATIONAL_NUMBER,
};
