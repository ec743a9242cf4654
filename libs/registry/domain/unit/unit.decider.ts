import { isSame, never, refuse, refuseAll, type BrokenRule, type Decider } from '#platform/kernel';
import {
  JointMeetingPlaceSet,
  ServiceAssigned,
  ServiceUnassigned,
  StandingParticipantsSet,
  UnitClosed,
  UnitDetailsChanged,
  UnitObligationChanged,
  UnitRegistered,
  UnitReopened,
  type UnitEvent,
} from '../../contract/index.js';
import { saysNothingNew } from '../timeline.js';
import { defaultObligation } from './default-obligation.js';
import type { RegisterUnit, SetJointMeetingPlace, SetStandingParticipants, UnitCommand } from './unit.commands.js';
import { evolve } from './unit.evolve.js';
import type { OpenUnit, RegisteredUnit, Unit } from './unit.state.js';

export type UnitRule =
  | 'NOT_FOUND'
  | 'MUNICIPALITY_NOT_REGISTERED'
  | 'UNIT_ALREADY_REGISTERED'
  | 'UNIT_CLOSED'
  | 'CLOSED_BEFORE_REGISTERED'
  | 'REOPENED_BEFORE_CLOSED'
  | 'EXEMPTION_WITHOUT_REASON'
  | 'HOST_IS_UNIT_ITSELF'
  | 'HOST_UNKNOWN'
  | 'HOST_CLOSED'
  | 'HOST_MEETS_ELSEWHERE'
  | 'UNIT_HOSTS_OTHERS'
  | 'SERVICE_NOT_AVAILABLE'
  | 'PERSON_NOT_ACTIVE'
  | 'PARTICIPANT_TWICE'
  | 'DEPUTY_OF_ONESELF';

/** A school or kindergarten: what it is, whether it must meet, at whose table, who serves it and who sits there. */
export const unit: Decider<Unit, UnitCommand, UnitEvent, UnitRule> = {
  initialState: { status: 'not-registered' },
  decide,
  evolve,
};

function decide(command: UnitCommand, state: Unit) {
  if (command.type === 'RegisterUnit') return register(command, state);
  if (state.status === 'not-registered') return refuse('NOT_FOUND');
  if (command.type === 'ChangeUnitDetails')
    return isSame(command.details, state.details) ? [] : [UnitDetailsChanged(command.details)];
  if (command.type === 'CloseUnit' || command.type === 'ReopenUnit') return openOrClose(command, state);
  return state.status === 'closed' ? refuse('UNIT_CLOSED') : decideOpen(command, state);
}

function register(command: RegisterUnit, state: Unit) {
  const { unitId, details, from, municipalityIsRegistered } = command;
  if (state.status !== 'not-registered')
    return isSame(details, state.details) ? [] : refuse('UNIT_ALREADY_REGISTERED', 'unitId');
  if (!municipalityIsRegistered) return refuse('MUNICIPALITY_NOT_REGISTERED');
  const obligation = command.obligation ?? defaultObligation(details);
  if (!obligation.obliged && !obligation.reason) return refuse('EXEMPTION_WITHOUT_REASON', 'obligation.reason');
  return [UnitRegistered({ unitId, ...details, obligation, from })];
}

function openOrClose(command: Extract<UnitCommand, { type: 'CloseUnit' | 'ReopenUnit' }>, state: RegisteredUnit) {
  const { on } = command;
  if (command.type === 'ReopenUnit') {
    if (state.status === 'open') return [];
    return on < state.closedOn ? refuse('REOPENED_BEFORE_CLOSED', 'on') : [UnitReopened({ on })];
  }
  if (state.status === 'closed') return on === state.closedOn ? [] : refuse('UNIT_CLOSED');
  if (on < state.registeredFrom) return refuse('CLOSED_BEFORE_REGISTERED', 'on');
  return [UnitClosed({ on, reason: command.reason })];
}

type WhileOpen = Exclude<UnitCommand, { type: 'RegisterUnit' | 'ChangeUnitDetails' | 'CloseUnit' | 'ReopenUnit' }>;

function decideOpen(command: WhileOpen, state: OpenUnit) {
  switch (command.type) {
    case 'ChangeObligation': {
      const entry = { obliged: command.obliged, reason: command.obliged ? null : command.reason, from: command.from };
      if (!entry.obliged && !entry.reason) return refuse('EXEMPTION_WITHOUT_REASON', 'reason');
      return saysNothingNew(state.obligations, entry) ? [] : [UnitObligationChanged(entry)];
    }
    case 'SetJointMeetingPlace':
      return setJointMeetingPlace(command, state);
    case 'AssignService': {
      const { serviceId, contactId, mustAttend } = command;
      const earlier = state.services.find((it) => it.serviceId === serviceId);
      if (isSame(earlier, { serviceId, contactId, mustAttend })) return [];
      if (!command.serviceIsOpen) return refuse('SERVICE_NOT_AVAILABLE');
      if (!command.contactIsActive) return refuse('PERSON_NOT_ACTIVE', 'contactId');
      return [ServiceAssigned({ serviceId, contactId, mustAttend })];
    }
    case 'UnassignService': {
      const { serviceId } = command;
      return state.services.some((it) => it.serviceId === serviceId) ? [ServiceUnassigned({ serviceId })] : [];
    }
    case 'SetStandingParticipants': {
      const participants = [...command.participants];
      if (isSame(participants, state.standing)) return [];
      return refuseAll(brokenStanding(command)) ?? [StandingParticipantsSet({ participants })];
    }
    default:
      return never(command);
  }
}

function setJointMeetingPlace(command: SetJointMeetingPlace, state: OpenUnit) {
  const { hostUnitId, from, host, hostsOthers } = command;
  const entry = { hostUnitId, from };
  const alone = hostUnitId === null && state.hosts.length === 0;
  if (alone || saysNothingNew<{ hostUnitId: string | null }>(state.hosts, entry)) return [];
  if (hostUnitId !== null) {
    if (hostUnitId === state.unitId) return refuse('HOST_IS_UNIT_ITSELF', 'hostUnitId');
    if (host === 'unknown') return refuse('HOST_UNKNOWN', 'hostUnitId');
    if (host === 'closed') return refuse('HOST_CLOSED', 'hostUnitId');
    if (host === 'guest-elsewhere') return refuse('HOST_MEETS_ELSEWHERE', 'hostUnitId');
    if (hostsOthers) return refuse('UNIT_HOSTS_OTHERS', 'hostUnitId');
  }
  return [JointMeetingPlaceSet(entry)];
}

function brokenStanding({ participants, active }: SetStandingParticipants): BrokenRule<UnitRule>[] {
  const seen = new Set<string>();
  return participants.flatMap(({ personId, deputyId }, i) => {
    const at = `participants.${i}`;
    const broken: BrokenRule<UnitRule>[] = [];
    if (seen.has(personId)) broken.push({ rule: 'PARTICIPANT_TWICE', at: `${at}.personId` });
    if (!active.has(personId)) broken.push({ rule: 'PERSON_NOT_ACTIVE', at: `${at}.personId` });
    if (deputyId === personId) broken.push({ rule: 'DEPUTY_OF_ONESELF', at: `${at}.deputyId` });
    else if (deputyId !== null && !active.has(deputyId))
      broken.push({ rule: 'PERSON_NOT_ACTIVE', at: `${at}.deputyId` });
    seen.add(personId);
    return broken;
  });
}
