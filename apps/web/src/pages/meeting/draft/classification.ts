import type { Draft, DraftAction } from './draft.js';

/** Codes of an action for statistics. */
export type Classification = Pick<DraftAction, 'level' | 'category'>;

/**
 * Proposal for the action at `index`: as the nearest action above it, otherwise as the unit's last one (`usual`). It
 * becomes part of the draft when a user chooses or confirms it.
 */
export function proposedFor(actions: readonly Classification[], index: number, usual: Classification): Classification {
  const above = actions.slice(0, index);
  const nearest = (field: keyof Classification) => above.findLast((it) => it[field] !== null)?.[field] ?? usual[field];
  return { level: nearest('level'), category: nearest('category') };
}

/** Places of empty fields with a proposal. */
export const proposedPlaces = (actions: Draft['actions'], usual: Classification): ReadonlySet<string> =>
  new Set(
    actions.flatMap((action, i) => {
      const proposed = proposedFor(actions, i, usual);
      return (['level', 'category'] as const).flatMap((field) =>
        action[field] === null && proposed[field] !== null ? [`actions.${action.actionId}.${field}`] : [],
      );
    }),
  );

/** Number of actions with an unconfirmed proposal. */
export const waitingForConfirmation = (actions: Draft['actions'], usual: Classification): number => {
  const proposed = proposedPlaces(actions, usual);
  return actions.filter(({ actionId }) =>
    ['level', 'category'].some((field) => proposed.has(`actions.${actionId}.${field}`)),
  ).length;
};

/** The draft with every proposal confirmed; chosen values stay. */
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
