import type { AgeBand } from './facts.js';

/** Age bands of children under 10 years. */
export const UNDER_TEN: ReadonlySet<AgeBand> = new Set(['0-2', '3-5', '6-9']);
/** Age bands of children of 10 years and more. */
export const TEN_AND_MORE: ReadonlySet<AgeBand> = new Set(['10-12', '13-15', '16-23']);
