import { answered, api } from '../../api/client.js';
import { refusedUnits, type DecidedUnits, type RefusedUnit } from '../../api/decided-units.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSending } from '../../api/use-once.js';
import type { Unit } from '../../parts/unit-link/all-units.js';
import type { Choices } from './serving.js';

export interface Saved {
  readonly units: number;
  readonly refused: readonly RefusedUnit[];
}

/** Most units in one request. */
const AT_A_TIME = 500;

/** Saves the choices of many units in one request; the units that were refused are named. */
export function useSave(serviceId: string, units: readonly Unit[], onSaved: (saved: Saved) => void) {
  const refetchChanged = useRefetchChanged();
  return useSending<Saved, Choices>({
    mutationFn: async (choices) => {
      const changed = units.filter(({ unitId }) => choices.has(unitId));
      const saved: { units: number; refused: RefusedUnit[] } = { units: 0, refused: [] };
      for (let at = 0; at < changed.length; at += AT_A_TIME) {
        const some = changed.slice(at, at + AT_A_TIME);
        const answer = (await answered(
          api.PUT('/api/services/{serviceId}/units', {
            params: { path: { serviceId } },
            body: {
              units: some.map(({ unitId, revision }) => {
                const { serves, seen } = choices.get(unitId)!;
                return { unitId, revision: seen ?? revision, serves };
              }),
            },
          }),
        )) as unknown as DecidedUnits;
        saved.units += answer.units;
        saved.refused.push(...refusedUnits(answer));
      }
      return saved;
    },
    // Refused units are shown beside their present values, on which the next attempt is made.
    onSuccess: async (saved) => {
      await refetchChanged('unit');
      onSaved(saved);
    },
    // After a lost answer: what was saved is shown as saved.
    onError: () => refetchChanged('unit'),
  });
}
