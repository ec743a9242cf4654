import { useRead } from '../../api/reads.js';
import { matching, nearestFirst, nearlyMatching, together, type Candidate } from './match.js';

/** Fewer letters find too many. */
export const LETTERS = 2;
const NOBODY: readonly Candidate[] = [];

/** `nearest` stand first. Those near the unit are known from the beginning; others are asked for when nobody near is meant. */
export function useCandidates(
  unitId: string,
  typed: string,
  {
    except,
    nearest = NOBODY,
  }: { readonly except?: string | undefined; readonly nearest?: readonly Candidate[] | undefined } = {},
): readonly Candidate[] {
  const near = useRead('/api/units/{unitId}/owner-candidates', { path: { unitId } }, { staleTime: Infinity });
  const text = typed.trim();
  const others = (all: readonly Candidate[] | undefined) => (all ?? NOBODY).filter((it) => it.personId !== except);
  const here = nearestFirst(matching(others(together(near.data?.items ?? NOBODY, nearest)), text), text, nearest);
  const far = useRead(
    '/api/units/{unitId}/owner-candidates',
    { path: { unitId }, query: { text } },
    { enabled: text.length >= LETTERS && near.isSuccess && here.length === 0, keepWhileAsking: true },
  );
  if (here.length > 0) return here;
  return text.length >= LETTERS ? nearlyMatching(others(far.data?.items), text) : NOBODY;
}
