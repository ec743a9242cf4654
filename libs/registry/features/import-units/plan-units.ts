import { isSame } from '#platform/kernel';
import type { UnitDetails } from '../../contract/index.js';
import type { Unit } from '../../domain/unit/unit.state.js';
import type { UnitLine } from './parse-units.js';

/** State of a unit before the import. */
export interface KnownUnit {
  readonly state: Unit;
  readonly revision: bigint;
}

export type PlannedUnit = { readonly unit: UnitLine; readonly revision: bigint } & (
  | { readonly what: 'new' | 'unchanged' | 'registered-as-other-kind' }
  | {
      readonly what: 'changed';
      readonly before: UnitDetails;
      readonly details: UnitDetails;
      readonly fields: readonly (keyof UnitDetails)[];
    }
);

/**
 * The command for a unit of a file; pure. Missing values are left unchanged, and an import never changes the kind of a
 * unit: an organisation number in both registers would switch back and forth.
 */
export function planUnit(unit: UnitLine, { state, revision }: KnownUnit): PlannedUnit {
  if (state.status === 'not-registered') return { unit, revision, what: 'new' };
  if (state.details.kind !== unit.details.kind) return { unit, revision, what: 'registered-as-other-kind' };
  const details: UnitDetails = {
    ...unit.details,
    children: unit.details.children ?? state.details.children,
    area: unit.details.area ?? state.details.area,
  };
  const fields = (Object.keys(details) as (keyof UnitDetails)[]).filter(
    (field) => !isSame(details[field], state.details[field]),
  );
  return fields.length === 0
    ? { unit, revision, what: 'unchanged' }
    : { unit, revision, what: 'changed', before: state.details, details, fields };
}
