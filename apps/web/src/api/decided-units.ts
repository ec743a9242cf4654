/** The answer of a command for many units, each decided by itself; the client's types lose what lists hold. */
export interface DecidedUnits {
  readonly units: number;
  readonly notDecided: readonly { readonly unitId: string; readonly rules: readonly { readonly detail: string }[] }[];
}
/** A unit that was refused, and why. */
export interface RefusedUnit {
  readonly unitId: string;
  readonly why: string;
}

export const refusedUnits = ({ notDecided }: DecidedUnits): readonly RefusedUnit[] =>
  notDecided.map(({ unitId, rules }) => ({ unitId, why: rules.map(({ detail }) => detail).join(' ') }));
