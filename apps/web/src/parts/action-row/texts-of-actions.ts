/** Texts for all places with rows of actions and their answers; some are only needed once a form is opened. */
export const OF_ACTIONS = ['action-row', 'action-answers', 'date-field', 'person-picker'] as const;
