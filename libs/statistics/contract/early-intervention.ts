import type { CalendarDate } from '#platform/kernel';

/** Figures about early intervention of a period whose figures about children are final, with small numbers hidden. */
export interface EarlyFigures {
  /** Key of the period. */
  readonly period: string;
  /** The day by whose knowledge they are final. */
  readonly knownOn: CalendarDate;
  /** Anonymous matters about children under 10, of all (no. 37); null where hidden. */
  readonly mattersUnderTen: { readonly count: number; readonly of: number } | null;
  /** Share of the extra resources that goes to children under 10, in per cent (no. 38); null where hidden. */
  readonly resourcesUnderTen: number | null;
}

/** Early intervention as everybody in the administration may see it, whatever their roles (ADR 0316). */
export abstract class EarlyIntervention {
  /** Finds the figures of the latest period that is final. */
  abstract latest(tenant: string, today: CalendarDate): Promise<EarlyFigures>;
}
