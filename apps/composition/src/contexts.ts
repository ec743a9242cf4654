import type { Context } from '#platform/composition';

/** Every context of the house, in the order in which they know of each other. The only list there is. */
export const contexts: readonly Context[] = [];
