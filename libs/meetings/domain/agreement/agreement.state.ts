import type { AgreementContent, AgreementParty } from '../../contract/agreement.events.js';

/** The agreement of a unit's school year, as far as decisions need it: its latest version. */
export interface Agreement {
  /** 0 before the first proposal. */
  readonly version: number;
  readonly content: AgreementContent | null;
  /** Parties that have approved the latest version. */
  readonly approvedBy: readonly AgreementParty[];
}
