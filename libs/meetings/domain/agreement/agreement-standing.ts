import type { CalendarDate } from '#platform/kernel';
import type { AgreementContent, AgreementParty } from '../../contract/agreement.events.js';
import { changesSince, isUnchanged, type AgreementChanges } from './agreement-changes.js';

/**
 * - `none`: nothing is proposed
 * - `waiting`: the latest version lacks an approval; an earlier one may hold
 * - `changed`: approved by both, but the plan or the register has changed since
 * - `approved`: approved by both, and as the plan and the register are
 */
export const AGREEMENT_STATES = ['none', 'waiting', 'changed', 'approved'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export interface AgreementVersion {
  readonly version: number;
  readonly content: AgreementContent;
  readonly approvals: readonly { readonly party: AgreementParty }[];
}
export interface AgreementStanding {
  readonly state: AgreementState;
  /** Parties that have not approved the latest version. */
  readonly waitsFor: readonly AgreementParty[];
  /** The latest version that both have approved; null for none. */
  readonly holds: number | null;
  /** Changes since the latest version; null without one. */
  readonly changes: AgreementChanges | null;
}

const PARTIES: readonly AgreementParty[] = ['unit', 'services'];

/** State of a unit's agreement on a day. `versions` are oldest first. */
export function standingOf(
  versions: readonly AgreementVersion[],
  present: AgreementContent,
  today: CalendarDate,
): AgreementStanding {
  const latest = versions.at(-1);
  if (!latest) return { state: 'none', waitsFor: [], holds: null, changes: null };
  const waitsFor = missingApprovals(latest);
  const changes = changesSince(latest.content, present, today);
  const holds = versions.findLast((it) => missingApprovals(it).length === 0)?.version ?? null;
  const state = waitsFor.length > 0 ? 'waiting' : isUnchanged(changes) ? 'approved' : 'changed';
  return { state, waitsFor, holds, changes };
}

/** Parties that have not approved a version. */
export const missingApprovals = ({ approvals }: Pick<AgreementVersion, 'approvals'>): readonly AgreementParty[] =>
  PARTIES.filter((party) => approvals.every((it) => it.party !== party));
