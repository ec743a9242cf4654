import { useMemo } from 'react';
import { useRead } from '../../api/reads.js';
import { ALL_ROWS } from '../../parts/closing/closable.js';
import { useAllUnits } from '../../parts/unit-link/all-units.js';

/** Name of a unit, service or service unit by its id; undefined until it is read. */
export function usePlaces(): (id: string) => string | undefined {
  const units = useAllUnits().data;
  const services = useRead('/api/services', ALL_ROWS).data;
  const serviceUnits = useRead('/api/service-units', ALL_ROWS).data;
  const names = useMemo(
    () =>
      new Map([
        ...(units ?? []).map(({ unitId, name }) => [unitId, name] as const),
        ...(services?.items ?? []).map(({ serviceId, name }) => [serviceId, name] as const),
        ...(serviceUnits?.items ?? []).map(({ serviceUnitId, name }) => [serviceUnitId, name] as const),
      ]),
    [units, services, serviceUnits],
  );
  return (id) => names.get(id);
}
