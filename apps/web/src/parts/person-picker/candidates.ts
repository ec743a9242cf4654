import { LONGEST } from '#registry/contract/limits';
import { useRead } from '../../api/reads.js';
import { matching, nearestFirst, nearlyMatching, together, type Candidate } from './match.js';

/** Fewer letters match too many. */
export const LETTERS = 2;
const NOBODY: readonly Candidate[] = [];

/**
 * Candidates, `nearest` first. Those near the unit are loaded from the start; others are requested when nobody near
 * matches.
 */
export function useCandidates(
  unitId: string,
  typed: string,
  {
    except,
    nearest = NOBODY,
    on,
  }: {
    readonly except?: string | undefined;
    readonly nearest?: readonly Candidate[] | undefined;
    /** The day on which they hold a role; today by default. */
    readonly on?: string | undefined;
  } = {},
): readonly Candidate[] {
  const queryOf = (query: { readonly text?: string }) => ({
    path: { unitId },
    query: { ...query, ...(on !== undefined && { on }) },
  });
  const near = useRead('/api/units/{unitId}/owner-candidates', queryOf({}), { staleTime: Infinity });
  const text = typed.trim();
  const others = (all: readonly Candidate[] | undefined) => (all ?? NOBODY).filter((it) => it.personId !== except);
  const here = nearestFirst(matching(others(together(near.data?.items ?? NOBODY, nearest)), text), text, nearest);
  const far = useRead('/api/units/{unitId}/owner-candidates', queryOf({ text }), {
    enabled: text.length >= LETTERS && text.length <= LONGEST.search && near.isSuccess && here.length === 0,
    keepWhileAsking: true,
  });
  if (here.length > 0) return here;
  return text.length >= LETTERS && text.length <= LONGEST.search
    ? nearlyMatching(others(far.data?.items), text)
    : NOBODY;
}
