import type { Answer } from '../../../api/reads.js';

/** A unit in follow-up: alerts, people to call, and contacts so far. */
export type UnitFollowUp = Answer<'/api/units/{unitId}/follow-up'>;
