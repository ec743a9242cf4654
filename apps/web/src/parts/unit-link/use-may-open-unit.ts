import { useMemo } from 'react';
import { useSession } from '../../session/session.js';
import { mayOpenUnit } from './may-open-unit.js';
import { useAllUnits } from './all-units.js';

/**
 * Whether one may open a unit's page. Only for those who sit at tables the register is asked who sits where; until it has
 * answered, no unit is theirs but those they work at.
 */
export function useMayOpenUnit(): (unitId: string) => boolean {
  const { who } = useSession();
  const sits = who.roles.some(({ role }) => role === 'service-member' || role === 'teacher');
  const { data } = useAllUnits({ enabled: sits });
  return useMemo(() => {
    const standing = new Map(data?.map((unit) => [unit.unitId, unit.standing]));
    return (unitId) => mayOpenUnit(who, { unitId, standing: standing.get(unitId) ?? [] });
  }, [who, data]);
}
