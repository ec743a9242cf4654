import { matchingItems, matchesEveryWord, wordsTyped } from '#platform/kernel/plain';

/** A possible owner, with details that distinguish namesakes. */
export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly title: string | null;
  readonly role: string;
  readonly place: string | null;
  readonly unitId: string | null;
  readonly serviceId: string | null;
}

/** An item found by name, possibly with more fields. */
type Named = { readonly name: string } & Partial<Pick<Candidate, 'place' | 'title'>>;

const textOf = ({ name, place, title }: Named): string => [name, place, title].filter(Boolean).join(' ');

/** Candidates for whom every typed word is a prefix in the name, the place or the title; in the given order. */
export function matching<C extends Named>(candidates: readonly C[], typed: string): readonly C[] {
  const words = wordsTyped(typed);
  return candidates.filter((candidate) => matchesEveryWord(words, textOf(candidate)));
}

/** Like `matching`; without matches, candidates with similar names, for typing errors. */
export const nearlyMatching = <C extends Named>(candidates: readonly C[], typed: string): readonly C[] =>
  matchingItems(candidates, typed, textOf);

/** Each person once: the whole list, and those of `more` who are not in it. */
export const together = (list: readonly Candidate[], more: readonly Candidate[]): readonly Candidate[] => {
  const listed = new Set(list.map(({ personId }) => personId));
  return [...list, ...more.filter(({ personId }) => !listed.has(personId))];
};

/** Matches by name first, then by place or title; within each, those of `nearest` first. */
export const nearestFirst = <C extends Candidate>(
  found: readonly C[],
  typed: string,
  nearest: readonly Candidate[] = [],
): readonly C[] => {
  const near = new Set(nearest.map(({ personId }) => personId));
  const byName = new Set(
    matching(
      found.map((it) => ({ ...it, place: null, title: null })),
      typed,
    ).map((it) => it.personId),
  );
  const rank = ({ personId }: C) => (byName.has(personId) ? 0 : 2) + (near.has(personId) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
};
