import { isSame, never, refuse, refuseAll, type BrokenRule, type Decider, type Refused } from '#platform/kernel';
import { AgreementApproved, AgreementProposed, type AgreementEvent } from '../../contract/agreement.events.js';
import type { AgreementCommand, ApproveAgreement, ProposeAgreement, ServicesSide } from './agreement.commands.js';
import type { Agreement } from './agreement.state.js';

export type AgreementRule =
  | 'AGREEMENT_WITHOUT_MEETINGS'
  | 'AGREEMENT_WITHOUT_MEMBERS'
  | 'AGREEMENT_WITHOUT_SERVICES'
  | 'AGREEMENT_NOT_PROPOSED'
  | 'AGREEMENT_PROPOSED_ANEW'
  | 'AGREEMENT_OF_OTHER_SERVICES';

type Answer = readonly AgreementEvent[] | Refused<AgreementRule>;

/**
 * The agreement between a unit and the services about a school year (R22): versions, each approved by both parties or
 * not. A version that is approved holds until the next one is (ADR 0349).
 */
export const agreement: Decider<Agreement, AgreementCommand, AgreementEvent, AgreementRule> = {
  initialState: { version: 0, content: null, approvedBy: [] },
  decide,
  evolve,
};

function decide(command: AgreementCommand, state: Agreement): Answer {
  switch (command.type) {
    case 'ProposeAgreement':
      return propose(command, state);
    case 'ApproveAgreement':
      return approve(command, state);
    default:
      return never(command);
  }
}

function propose({ unitId, schoolYear, by, today, content, isUnitLeader }: ProposeAgreement, state: Agreement): Answer {
  const missing: BrokenRule<AgreementRule>[] = [];
  if (content.dates.length === 0) missing.push({ rule: 'AGREEMENT_WITHOUT_MEETINGS' });
  if (content.members.length === 0) missing.push({ rule: 'AGREEMENT_WITHOUT_MEMBERS' });
  if (content.services.length === 0) missing.push({ rule: 'AGREEMENT_WITHOUT_SERVICES' });
  const broken = refuseAll(missing);
  if (broken) return broken;
  // The same content again keeps the approvals that it has.
  const isNew = state.content === null || !isSame(state.content, content);
  const version = isNew ? state.version + 1 : state.version;
  const approvesIt = isUnitLeader && (isNew || !state.approvedBy.includes('unit'));
  const of = { unitId, schoolYear, version };
  return [
    ...(isNew ? [AgreementProposed({ ...of, proposedBy: by, on: today, content })] : []),
    ...(approvesIt ? [AgreementApproved({ ...of, party: 'unit', approvedBy: by, on: today })] : []),
  ];
}

function approve(command: ApproveAgreement, state: Agreement): Answer {
  const { unitId, schoolYear, party, version, by, today } = command;
  if (state.version === 0) return refuse('AGREEMENT_NOT_PROPOSED');
  if (party === 'services' && !speaksForServices(command.as)) return refuse('AGREEMENT_OF_OTHER_SERVICES');
  if (version !== state.version) return refuse('AGREEMENT_PROPOSED_ANEW', 'version');
  if (state.approvedBy.includes(party)) return [];
  return [AgreementApproved({ unitId, schoolYear, version, party, approvedBy: by, on: today })];
}

/** True for a leader of one of the services, and for the coordinator where none of them has a leader. */
export const speaksForServices = ({ leadsService, isCoordinator, hasLeader }: ServicesSide): boolean =>
  leadsService || (isCoordinator && !hasLeader);

function evolve(state: Agreement, event: AgreementEvent): Agreement {
  switch (event.type) {
    case 'meetings.AgreementProposed':
      return { version: event.data.version, content: event.data.content, approvedBy: [] };
    case 'meetings.AgreementApproved':
      return { ...state, approvedBy: [...state.approvedBy, event.data.party] };
    default:
      return never(event);
  }
}
