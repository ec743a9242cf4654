import type { CalendarDate, SchoolYear, UnitId } from '#platform/kernel';

/** An agreement whose latest version somebody has yet to approve (R22). */
export interface WaitingAgreement {
  readonly unitId: UnitId;
  readonly schoolYear: SchoolYear;
  readonly version: number;
  /** People who can give an approval that it lacks. */
  readonly approverIds: readonly string[];
}

/** Agreements that wait for a party, for the mails that tell of them. */
export abstract class WaitingAgreements {
  /** Finds the agreements of the day's school year and later ones. */
  abstract on(tenant: string, day: CalendarDate): Promise<readonly WaitingAgreement[]>;
}
