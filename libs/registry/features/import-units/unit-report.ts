import type { UnitDetails } from '../../contract/index.js';
import type { ImportReport } from '../imports/import-report.js';
import type { UnitImportReport } from './unit-import.js';

/** Result of a unit import or its preview, in the form common to all imports. */
export const unitReport = ({
  leftOut,
  newUnits,
  changedUnits,
  missing,
  ...report
}: UnitImportReport): ImportReport => ({
  ...report,
  leftOut: leftOut.map(({ line, reason }) => ({ line, reason })),
  added: newUnits.map(({ unitId, details }) => ({
    id: unitId,
    name: details.name,
    changes: (['kind', 'ownership', 'children', 'area'] as const)
      .filter((field) => details[field] !== null)
      .map((field) => ({ field, before: null, after: details[field], at: null })),
  })),
  changed: changedUnits.map(({ unit: { unitId }, before, details, fields }) => ({
    id: unitId,
    name: details.name,
    changes: fields.map((field: keyof UnitDetails) => ({
      field,
      before: before[field],
      after: details[field],
      at: null,
    })),
  })),
  missing: missing.map(({ unitId, name }) => ({ id: unitId, name })),
});
