import type { RefusalTexts } from '#platform/kernel';

/** None: a person can be signed out at any time. */
export const signOutRefusals: RefusalTexts<never> = {};
