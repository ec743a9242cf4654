/** A choice among the rows of a list that may be longer than its page: all but some, or some. */
export interface Chosen {
  readonly isAll: boolean;
  /** Left out of all, or the only ones chosen. */
  readonly ids: ReadonlySet<string>;
}

export const NONE: Chosen = { isAll: false, ids: new Set() };
export const ALL: Chosen = { isAll: true, ids: new Set() };

export const isChosen = ({ isAll, ids }: Chosen, id: string): boolean => ids.has(id) !== isAll;

export function toggled({ isAll, ids }: Chosen, id: string): Chosen {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { isAll, ids: next };
}

/** Rows chosen of a list of `total`. */
export const countOf = ({ isAll, ids }: Chosen, total: number): number =>
  isAll ? Math.max(0, total - ids.size) : ids.size;
