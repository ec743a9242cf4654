import type { CalendarDate, PersonId, SchoolYear, UnitId } from '#platform/kernel';
import type { AgreementContent, AgreementParty } from '../../contract/agreement.events.js';

interface OfUnit {
  readonly unitId: UnitId;
  readonly schoolYear: SchoolYear;
  readonly by: PersonId;
  readonly today: CalendarDate;
}

/** Writes down what the year plan and the register say today, as the next version. */
export interface ProposeAgreement extends OfUnit {
  readonly type: 'ProposeAgreement';
  readonly content: AgreementContent;
  /** True when the unit's own leader proposes it, which is the unit's approval too. */
  readonly isUnitLeader: boolean;
}
/**
 * The people who speak for the services of an agreement: a leader of one of them, or the coordinator where none of them
 * has a leader (ADR 0349).
 */
export interface ServicesSide {
  readonly leadsService: boolean;
  readonly isCoordinator: boolean;
  /** Somebody leads one of the services today. */
  readonly hasLeader: boolean;
}

/** Approves a version on behalf of a party. */
export interface ApproveAgreement extends OfUnit {
  readonly type: 'ApproveAgreement';
  readonly party: AgreementParty;
  /** The version that the user has seen. */
  readonly version: number;
  /** For the services: as whom the user may approve. */
  readonly as: ServicesSide;
}
export type AgreementCommand = ProposeAgreement | ApproveAgreement;
