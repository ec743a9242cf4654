import type { Answer } from '../../api/reads.js';

export type Municipality = Answer<'/api/municipality'>;
export type Calendar = Municipality['calendars'][number];
