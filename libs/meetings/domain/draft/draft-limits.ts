/** Most rows per list of a draft that is sent, merged or prefilled. */
export const MOST = { participants: 300, earlierActions: 300, matters: 60, actions: 60 } as const;
/** Most characters of the free texts of a draft. */
export const LONGEST = { place: 200, heading: 200, any: 500 } as const;
/** Most contributors of one action. */
export const MOST_CONTRIBUTORS = 20;

/** A list with more rows than a draft may have. */
export interface DraftListTooLong {
  readonly rule: 'DRAFT_LIST_TOO_LONG';
  readonly at: string;
}

/** The lists of a draft, for checking their lengths. */
type DraftLists = Readonly<Record<Exclude<keyof typeof MOST, 'actions'>, readonly unknown[]>> & {
  readonly actions: readonly { readonly contributors: readonly unknown[] }[];
};

/** Every list that is too long, for example after two people have added to it at once. */
export function* tooMuchIn(draft: DraftLists): Generator<DraftListTooLong> {
  for (const [list, most] of Object.entries(MOST) as [keyof typeof MOST, number][])
    if (draft[list].length > most) yield { rule: 'DRAFT_LIST_TOO_LONG', at: list };
  for (const [i, { contributors }] of draft.actions.entries())
    if (contributors.length > MOST_CONTRIBUTORS) yield { rule: 'DRAFT_LIST_TOO_LONG', at: `actions.${i}.contributors` };
}
