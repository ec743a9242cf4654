import type { RefusalTexts } from '#platform/kernel';
import type { UnitClosureRule } from './unit-closure.decider.js';

/** No command about a unit’s closure is refused: the registry has decided it. */
export const unitClosureRefusals: RefusalTexts<UnitClosureRule> = {};
