import type { Answer } from '../../api/reads.js';

/** A unit as it stands in the registry, with its obligation over time. */
export type RegisteredUnit = Answer<'/api/units/{unitId}'>;
