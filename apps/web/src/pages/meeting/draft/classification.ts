import type { Draft, DraftAction } from './draft.js';

/** What statistics count of an action. */
export type Classification = Pick<DraftAction, 'level' | 'category'>;

/**
 * What is proposed for the action at `index`: as the nearest action above it says, else as the unit agreed last (`usual`).
 * It is no part of the draft before somebody has chosen or confirmed it.
 */
export function proposedFor(actions: readonly Classification[], index: number, usual: Classification): Classification {
  const above = actions.slice(0, index);
  const nearest = (field: keyof Classification) => above.findLast((it) => it[field] !== null)?.[field] ?? usual[field];
  return { level: nearest('level'), category: nearest('category') };
}

/** Places of fields that are empty and have a proposal. */
export const proposedPlaces = (actions: Draft['actions'], usual: Classification): ReadonlySet<string> =>
  new Set(
    actions.flatMap((action, i) => {
      const proposed = proposedFor(actions, i, usual);
      return (['level', 'category'] as const).flatMap((field) =>
        action[field] === null && proposed[field] !== null ? [`actions.${action.actionId}.${field}`] : [],
      );
    }),
  );

/** How many actions have a proposal that nobody has confirmed. */
export const waitingForConfirmation = (actions: Draft['actions'], usual: Classification): number => {
  const proposed = proposedPlaces(actions, usual);
  return actions.filter(({ actionId }) =>
    ['level', 'category'].some((field) => proposed.has(`actions.${actionId}.${field}`)),
  ).length;
};

/** The draft with every proposal confirmed; what somebody has chosen stays. */
export const withProposals = (draft: Draft, usual: Classification): Draft => ({
  ...draft,
  actions: draft.actions.map((action, i) => {
    const proposed = proposedFor(draft.actions, i, usual);
    return {
      ...action,
      level: action.level ?? proposed.level,
      category: action.category ?? proposed.category,
    };
  }),
});
