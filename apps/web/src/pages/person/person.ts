import type { Answer } from '../../api/reads.js';

export type Person = Answer<'/api/people/{personId}'>;
export type Role = Person['roles'][number];
