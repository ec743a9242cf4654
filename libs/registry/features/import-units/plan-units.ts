import { isSame } from '#platform/kernel';
import type { UnitDetails } from '../../contract/index.js';
import type { Unit } from '../../domain/unit/unit.state.js';
import type { UnitLine } from './parse-units.js';

/** What is known of a unit before the import. */
export interface KnownUnit {
  readonly state: Unit;
  readonly revision: bigint;
  readonly isOfAnother: boolean;
}

export type PlannedUnit = { readonly unit: UnitLine; readonly revision: bigint } & (
  | { readonly what: 'new' | 'unchanged' | 'of-another-municipality' | 'registered-as-other-kind' }
  | {
      readonly what: 'changed';
      readonly before: UnitDetails;
      readonly details: UnitDetails;
      readonly fields: readonly (keyof UnitDetails)[];
    }
);

/**
 * What is to be done with a unit of a file; pure. What the file says nothing of stays as it is, and a unit never changes
 * kind by an import: an organisation number that stands in both registers would change back and forth.
 */
export function planUnit(unit: UnitLine, { state, revision, isOfAnother }: KnownUnit): PlannedUnit {
  if (isOfAnother) return { unit, revision, what: 'of-another-municipality' };
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
