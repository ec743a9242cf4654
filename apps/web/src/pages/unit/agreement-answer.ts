import type { Answer } from '../../api/reads.js';

/** The agreement of a unit's school year, as the API tells it. */
export type Agreement = Answer<'/api/units/{unitId}/school-years/{schoolYear}/agreement'>;
