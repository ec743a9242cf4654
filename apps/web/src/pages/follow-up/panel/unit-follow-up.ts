import type { Answer } from '../../../api/reads.js';

/** A unit as the coordinator follows it up: what is wrong, whom to call, what has been done about it. */
export type UnitFollowUp = Answer<'/api/units/{unitId}/follow-up'>;
