import { never, refuse, type Decider, type Refused } from '#platform/kernel';
import type { MeetingEvent } from '../../contract/meeting.events.js';
import { correctProtocol, fileProtocol } from './decide-filing.js';
import type { FilingRule } from './filing-rule-types.js';
import { declareProtocolLost, holdMeeting, retractHeld, type HeldRule } from './decide-holding.js';
import type { MeetingCommand } from './meeting.commands.js';
import type { Coming, Held, Meeting } from './meeting.state.js';
import {
  cancelMeeting,
  giveNotice,
  moveMeeting,
  planMeeting,
  postponeMeeting,
  notUpcoming,
  type PlanningRule,
} from './decide-planning.js';

export type MeetingRule =
  | PlanningRule
  | HeldRule
  | FilingRule
  | 'MEETING_NOT_PLANNED'
  | 'MEETING_ALREADY_PLANNED'
  | 'PROTOCOL_ALREADY_FILED'
  | 'PROTOCOL_NOT_FILED'
  | 'CORRECTION_CHANGES_NOTHING';

/** The life of one meeting and its protocol (workflow § 3.4). */
export const meeting: Decider<Meeting, MeetingCommand, MeetingEvent, MeetingRule> = {
  initialState: { status: 'unplanned' },
  decide,
  evolve,
};

function decide(command: MeetingCommand, state: Meeting): readonly MeetingEvent[] | Refused<MeetingRule> {
  if (command.type === 'PlanMeeting')
    return state.status === 'unplanned' ? planMeeting(command) : refuse('MEETING_ALREADY_PLANNED');
  if (state.status === 'unplanned') return refuse('MEETING_NOT_PLANNED');
  switch (command.type) {
    case 'MoveMeeting':
      return isComing(state) ? moveMeeting(command, state) : notUpcoming(state);
    case 'GiveNotice':
      return isComing(state) ? giveNotice(command, state) : notUpcoming(state);
    case 'PostponeMeeting':
      return isComing(state) ? postponeMeeting(command, state) : notUpcoming(state);
    case 'CancelMeeting':
      return isComing(state) ? cancelMeeting(command, state) : notUpcoming(state);
    case 'HoldMeeting':
      return isComing(state) || state.status === 'held' ? holdMeeting(command, state) : notUpcoming(state);
    case 'RetractHeld':
      return retractHeld(command, state);
    case 'DeclareProtocolLost':
      return declareProtocolLost(command, state);
    case 'FileProtocol':
      if (state.status === 'filed') return refuse('PROTOCOL_ALREADY_FILED');
      return state.status === 'cancelled' ? refuse('MEETING_CANCELLED') : fileProtocol(command, state);
    case 'CorrectProtocol':
      return state.status === 'filed' ? correctProtocol(command, state) : refuse('PROTOCOL_NOT_FILED');
    default:
      return never(command);
  }
}

const isComing = (state: Meeting): state is Coming =>
  state.status === 'planned' || state.status === 'called' || state.status === 'postponed';

function evolve(state: Meeting, event: MeetingEvent): Meeting {
  if (event.type === 'meetings.MeetingPlanned') {
    const { meetingId, kind, unitIds, schoolYear, on, startsAt, place } = event.data;
    return {
      status: 'planned',
      meetingId,
      kind,
      unitIds,
      schoolYear,
      on,
      startsAt,
      place,
      calledIds: [],
      agenda: null,
    };
  }
  if (state.status === 'unplanned') return state;
  switch (event.type) {
    case 'meetings.MeetingMoved':
      return { ...coreOf(state), status: 'planned', ...event.data.to, place: event.data.place };
    case 'meetings.NoticeGiven':
      return { ...coreOf(state), status: 'called', calledIds: event.data.to, agenda: event.data.agenda };
    case 'meetings.MeetingPostponed':
      return { ...coreOf(state), status: 'postponed', ...event.data.to };
    case 'meetings.MeetingCancelled':
      return { ...coreOf(state), status: 'cancelled' };
    case 'meetings.MeetingHeld':
      return { ...coreOf(state), status: 'held', on: event.data.heldOn, before: beforeHeld(state), isLost: false };
    case 'meetings.MeetingHeldRetracted':
      return { ...coreOf(state), status: event.data.state, on: event.data.standsOn };
    case 'meetings.ProtocolDeclaredLost':
      return state.status === 'held' ? { ...state, isLost: true } : state;
    case 'meetings.ProtocolFiled': {
      const { protocol, filedOn } = event.data;
      return { ...coreOf(state), status: 'filed', on: protocol.heldOn, filedOn, version: 1, protocol };
    }
    case 'meetings.ProtocolCorrected': {
      const { protocol, version, previous } = event.data;
      return { ...coreOf(state), status: 'filed', on: protocol.heldOn, filedOn: previous.filedOn, version, protocol };
    }
    default:
      return never(event);
  }
}

/** Status and day before it was reported as held; the first report decides. */
function beforeHeld(state: Exclude<Meeting, { status: 'unplanned' }>): Held['before'] {
  if (state.status === 'held') return state.before;
  return { status: isComing(state) ? state.status : 'planned', on: state.on };
}

/** Fields that a meeting has in every state. */
const coreOf = (state: Exclude<Meeting, { status: 'unplanned' }>) => {
  const { meetingId, kind, unitIds, schoolYear, on, startsAt, place, calledIds, agenda } = state;
  return { meetingId, kind, unitIds, schoolYear, on, startsAt, place, calledIds, agenda };
};
