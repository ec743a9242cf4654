import { lastDayOf } from '#platform/kernel';
import type { Case } from './indicator.js';
import type { UnitMonth } from './unit-months.js';

/** A unit's month as a case; it counts where the unit has met. */
export const monthCase = ({ unit, month, isHeld }: UnitMonth): Case => ({
  subject: { kind: 'unit-month', id: `${unit.unitId}/${month}` },
  on: lastDayOf(month),
  unitIds: [unit.unitId],
  counts: isHeld,
});
