import { isSame, never, refuse, refuseAll, type BrokenRule, type Decider } from '#platform/kernel';
import {
  isClosedOn,
  JointMeetingPlaceSet,
  ServiceAssigned,
  ServiceUnassigned,
  StandingParticipantsSet,
  UnitClosed,
  UnitClosureWithdrawn,
  UnitDetailsChanged,
  UnitObligationChanged,
  UnitRegistered,
  UnitReopened,
  type UnitEvent,
} from '../../contract/index.js';
import type { Dated } from '../dated-commands.js';
import { mayClose, mayReopen, mayWithdraw } from '../closures.js';
import { isUnchangedBy } from '../timeline.js';
import { defaultObligation } from './default-obligation.js';
import type { RegisterUnit, SetJointMeetingPlace, SetStandingParticipants, UnitCommand } from './unit.commands.js';
import { evolve } from './unit.evolve.js';
import type { RegisteredUnit, Unit } from './unit.state.js';

export type UnitRule =
  | 'NOT_FOUND'
  | 'MUNICIPALITY_NOT_REGISTERED'
  | 'UNIT_ALREADY_REGISTERED'
  | 'UNIT_CLOSED'
  | 'CLOSED_BEFORE_REGISTERED'
  | 'CLOSURE_BEGUN'
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

/** A school or kindergarten with its details, obligation, joint meeting place, services and standing participants. */
export const unit: Decider<Unit, Dated<UnitCommand>, UnitEvent, UnitRule> = {
  initialState: { status: 'not-registered' },
  decide,
  evolve,
};

function decide(command: Dated<UnitCommand>, state: Unit) {
  if (command.type === 'RegisterUnit') return register(command, state);
  if (state.status === 'not-registered') return refuse('NOT_FOUND');
  if (command.type === 'ChangeUnitDetails')
    return isSame(command.details, state.details) ? [] : [UnitDetailsChanged(command.details)];
  if (isAboutClosing(command)) return openOrClose(command, state);
  return isClosedOn(state.closures, dayOf(command)) ? refuse('UNIT_CLOSED') : decideOpen(command, state);
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

type AboutClosing = Extract<Dated<UnitCommand>, { type: 'CloseUnit' | 'ReopenUnit' | 'WithdrawUnitClosure' }>;
type WhileOpen = Exclude<Dated<UnitCommand>, AboutClosing | { type: 'RegisterUnit' | 'ChangeUnitDetails' }>;

const isAboutClosing = (command: AboutClosing | WhileOpen): command is AboutClosing =>
  command.type === 'CloseUnit' || command.type === 'ReopenUnit' || command.type === 'WithdrawUnitClosure';

/** The day on which the unit must be open: today, or the later day from which the command applies. */
const dayOf = (command: WhileOpen) =>
  'from' in command && command.from > command.today ? command.from : command.today;

function openOrClose(command: AboutClosing, { closures, registeredFrom }: RegisteredUnit) {
  switch (command.type) {
    case 'CloseUnit': {
      const answer = mayClose(closures, { ...command, openFrom: registeredFrom });
      if (answer === 'already-closed') return refuse('UNIT_CLOSED');
      if (answer === 'before-it-was-open') return refuse('CLOSED_BEFORE_REGISTERED', 'on');
      return answer === 'same' ? [] : [UnitClosed({ on: command.on, reason: command.reason })];
    }
    case 'ReopenUnit': {
      const answer = mayReopen(closures, command.on, command.today);
      if (answer === 'before-it-closed') return refuse('REOPENED_BEFORE_CLOSED', 'on');
      return answer === 'same' ? [] : [UnitReopened({ on: command.on })];
    }
    case 'WithdrawUnitClosure': {
      const answer = mayWithdraw(closures, command.today);
      if (answer === 'already-closed') return refuse('CLOSURE_BEGUN');
      return answer === 'same' ? [] : [UnitClosureWithdrawn({})];
    }
    default:
      return never(command);
  }
}

function decideOpen(command: WhileOpen, state: RegisteredUnit) {
  switch (command.type) {
    case 'ChangeObligation': {
      const entry = { obliged: command.obliged, reason: command.obliged ? null : command.reason, from: command.from };
      if (!entry.obliged && !entry.reason) return refuse('EXEMPTION_WITHOUT_REASON', 'reason');
      return isUnchangedBy(state.obligations, entry) ? [] : [UnitObligationChanged(entry)];
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

function setJointMeetingPlace(command: SetJointMeetingPlace, state: RegisteredUnit) {
  const { hostUnitId, from, host, hostsOthers } = command;
  const entry = { hostUnitId, from };
  const alone = hostUnitId === null && state.hosts.length === 0;
  if (alone || isUnchangedBy<{ hostUnitId: string | null }>(state.hosts, entry)) return [];
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
