import { useQuery } from '@tanstack/react-query';
import { isClosedOn } from '#registry/contract/closed-on';
import type { Problem } from '../../api/problem.js';
import { read, type Answer } from '../../api/reads.js';

export type Unit = Answer<'/api/units'>['items'][number];
const PAGE = 200;

/** The whole register: a municipality has some hundred units, and filtering them must not wait for a server. */
export const useAllUnits = ({ enabled = true }: { readonly enabled?: boolean } = {}) =>
  useQuery<readonly Unit[], Problem>({
    enabled,
    queryKey: ['/api/units', 'all'],
    queryFn: async ({ signal }) => {
      const first = await read('/api/units', { query: { page: 1, size: PAGE } }, signal);
      const pages = Math.ceil(first.total / PAGE);
      const others = await Promise.all(
        Array.from({ length: Math.max(0, pages - 1) }, (_, i) =>
          read('/api/units', { query: { page: i + 2, size: PAGE } }, signal),
        ),
      );
      return [first, ...others].flatMap(({ items }) => items);
    },
  });

/** State of a unit today. */
export type UnitState = 'meets' | 'guest' | 'exempt' | 'closed';
export function stateOf({ closures, obligations, hosts }: Unit, today: string): UnitState {
  if (isClosedOn(closures, today)) return 'closed';
  if (hosts.findLast(({ from }) => from <= today)?.hostUnitId) return 'guest';
  return obligations.findLast(({ from }) => from <= today)?.obliged === false ? 'exempt' : 'meets';
}
