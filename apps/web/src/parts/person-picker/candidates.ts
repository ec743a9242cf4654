import { useRead } from '../../api/reads.js';
import { matching, nearestFirst, nearlyMatching, type Candidate } from './match.js';

/** Fewer letters find too many. */
export const LETTERS = 2;
const NOBODY: readonly Candidate[] = [];

/** Those near the unit are known from the beginning; others are asked for when nobody near is meant. */
export function useCandidates(unitId: string, typed: string, except?: string): readonly Candidate[] {
  const near = useRead('/api/units/{unitId}/owner-candidates', { path: { unitId } }, { staleTime: Infinity });
  const text = typed.trim();
  const others = (all: readonly Candidate[] | undefined) => (all ?? NOBODY).filter((it) => it.personId !== except);
  const here = nearestFirst(matching(others(near.data?.items), text), text);
  const far = useRead(
    '/api/units/{unitId}/owner-candidates',
    { path: { unitId }, query: { text } },
    { enabled: text.length >= LETTERS && near.isSuccess && here.length === 0, keepWhileAsking: true },
  );
  if (here.length > 0) return here;
  return text.length >= LETTERS ? nearlyMatching(others(far.data?.items), text) : NOBODY;
}
