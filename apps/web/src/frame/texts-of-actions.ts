/** The texts that every place with rows of actions and their answers shows; some only once a form is opened. */
export const OF_ACTIONS = ['action-row', 'action-answers', 'date-field', 'person-picker'] as const;
