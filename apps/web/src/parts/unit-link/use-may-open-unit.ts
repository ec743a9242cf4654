import { useMemo } from 'react';
import { rightOf } from '../../session/held-rights.js';
import { useSession } from '../../session/session.js';
import { useAllUnits } from './all-units.js';

/**
 * Tells whether the user may open a unit's page. The register is requested only by users who may open units because
 * they take part in their meetings; until it is loaded, such units cannot be opened.
 */
export function useMayOpenUnit(): (unitId: string) => boolean {
  const { who } = useSession();
  const reads = rightOf(who, 'meeting.read');
  const { data } = useAllUnits({ enabled: reads?.elsewhere ?? false });
  return useMemo(() => {
    const open = new Set([
      ...(reads?.unitIds ?? []),
      ...(data ?? []).flatMap((it) => (it.may.includes('open') ? it.unitId : [])),
    ]);
    return (unitId) => reads !== undefined && (reads.everywhere || open.has(unitId));
  }, [reads, data]);
}
