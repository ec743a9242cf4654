import { never, type Decider } from '#platform/kernel';
import {
  ClosedUnitsMeetingsListed,
  UnitClosureFollowed,
  UnitClosureLifted,
  type UnitClosureEvent,
} from '../../contract/unit-closure.events.js';
import { closingReason } from './closing-reason.js';
import type { ListMeetings, UnitClosureCommand } from './unit-closure.commands.js';
import type { UnitClosure } from './unit-closure.state.js';

/** No command is refused. */
export type UnitClosureRule = never;

/** Follows the closure of a unit, and lists the planned meetings that it prevents. Refuses nothing. */
export const unitClosure: Decider<UnitClosure, UnitClosureCommand, UnitClosureEvent, UnitClosureRule> = {
  initialState: { status: 'open', cancelledIds: [] },
  decide,
  evolve,
};

function decide(command: UnitClosureCommand, state: UnitClosure): readonly UnitClosureEvent[] {
  switch (command.type) {
    case 'FollowClosure': {
      const { unitId, lastDay, reason } = command;
      const isSame = state.status === 'closing' && state.lastDay === lastDay && state.reason === reason;
      return isSame ? [] : [UnitClosureFollowed({ unitId, lastDay, reason })];
    }
    case 'LiftClosure':
      return state.status === 'open' ? [] : [UnitClosureLifted({ unitId: command.unitId })];
    case 'ListMeetings':
      return state.status === 'open' ? [] : listMeetings(command, state);
    default:
      return never(command);
  }
}

function listMeetings(
  { unitId, coming, languageForm }: ListMeetings,
  { lastDay, reason }: Extract<UnitClosure, { status: 'closing' }>,
): readonly UnitClosureEvent[] {
  const meetings = coming.filter(({ on }) => on > lastDay).map(({ meetingId, on }) => ({ meetingId, on }));
  if (meetings.length === 0) return [];
  return [
    ClosedUnitsMeetingsListed({ unitId, lastDay, reason: closingReason(lastDay, reason, languageForm), meetings }),
  ];
}

function evolve(state: UnitClosure, event: UnitClosureEvent): UnitClosure {
  switch (event.type) {
    case 'meetings.UnitClosureFollowed':
      return { ...state, status: 'closing', lastDay: event.data.lastDay, reason: event.data.reason };
    case 'meetings.UnitClosureLifted':
      return { status: 'open', cancelledIds: state.cancelledIds };
    case 'meetings.ClosedUnitsMeetingsListed': {
      const listed = event.data.meetings.map(({ meetingId }) => meetingId);
      return { ...state, cancelledIds: [...new Set([...state.cancelledIds, ...listed])] };
    }
    default:
      return never(event);
  }
}
