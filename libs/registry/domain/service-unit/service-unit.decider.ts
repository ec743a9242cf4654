import { never, refuse, type Decider } from '#platform/kernel';
import {
  closedAfter,
  isClosedOn,
  reopenedFrom,
  ServiceUnitClosed,
  ServiceUnitClosureWithdrawn,
  ServiceUnitRegistered,
  ServiceUnitRenamed,
  ServiceUnitReopened,
  type ServiceUnitEvent,
  withoutLatest,
} from '../../contract/index.js';
import type { Dated } from '../dated-commands.js';
import { mayClose, mayReopen, mayWithdraw } from '../closures.js';
import type { ServiceUnitCommand } from './service-unit.commands.js';
import type { ServiceUnit } from './service-unit.state.js';

export type ServiceUnitRule =
  | 'NOT_FOUND'
  | 'SERVICE_UNIT_ALREADY_REGISTERED'
  | 'SERVICE_UNIT_CLOSED'
  | 'SERVICE_UNIT_CLOSED_BEFORE_REOPENED'
  | 'SERVICE_UNIT_REOPENED_BEFORE_CLOSED'
  | 'SERVICE_UNIT_CLOSURE_BEGUN'
  | 'SERVICE_UNIT_LEADS_SERVICES';

/** The unit (virksomhet) that leads several services, such as BFE (R7). */
export const serviceUnit: Decider<ServiceUnit, Dated<ServiceUnitCommand>, ServiceUnitEvent, ServiceUnitRule> = {
  initialState: { status: 'not-registered' },
  decide,
  evolve,
};

function decide(command: Dated<ServiceUnitCommand>, state: ServiceUnit) {
  if (command.type === 'RegisterServiceUnit') {
    const { serviceUnitId, name } = command;
    if (state.status === 'not-registered') return [ServiceUnitRegistered({ serviceUnitId, name })];
    return state.name === name ? [] : refuse('SERVICE_UNIT_ALREADY_REGISTERED');
  }
  if (state.status === 'not-registered') return refuse('NOT_FOUND');
  switch (command.type) {
    case 'RenameServiceUnit':
      if (command.name === state.name) return [];
      return isClosedOn(state.closures, command.today)
        ? refuse('SERVICE_UNIT_CLOSED')
        : [ServiceUnitRenamed({ name: command.name })];
    case 'CloseServiceUnit': {
      const { on, today } = command;
      const answer = mayClose(state.closures, { on, today, reason: null, openFrom: null });
      if (answer === 'already-closed') return refuse('SERVICE_UNIT_CLOSED');
      if (answer === 'before-it-was-open') return refuse('SERVICE_UNIT_CLOSED_BEFORE_REOPENED', 'on');
      if (answer === 'same') return [];
      return command.leadsOpenServices ? refuse('SERVICE_UNIT_LEADS_SERVICES') : [ServiceUnitClosed({ on })];
    }
    case 'ReopenServiceUnit': {
      const answer = mayReopen(state.closures, command.on, command.today);
      if (answer === 'before-it-closed') return refuse('SERVICE_UNIT_REOPENED_BEFORE_CLOSED', 'on');
      return answer === 'same' ? [] : [ServiceUnitReopened({ on: command.on })];
    }
    case 'WithdrawServiceUnitClosure': {
      const answer = mayWithdraw(state.closures, command.today);
      if (answer === 'already-closed') return refuse('SERVICE_UNIT_CLOSURE_BEGUN');
      return answer === 'same' ? [] : [ServiceUnitClosureWithdrawn({})];
    }
    default:
      return never(command);
  }
}

function evolve(state: ServiceUnit, event: ServiceUnitEvent): ServiceUnit {
  if (event.type === 'registry.ServiceUnitRegistered')
    return { status: 'registered', name: event.data.name, closures: [] };
  if (state.status === 'not-registered') return state;
  switch (event.type) {
    case 'registry.ServiceUnitRenamed':
      return { ...state, name: event.data.name };
    case 'registry.ServiceUnitClosed':
      return { ...state, closures: closedAfter(state.closures, event.data.on, null) };
    case 'registry.ServiceUnitReopened':
      return { ...state, closures: reopenedFrom(state.closures, event.data.on) };
    case 'registry.ServiceUnitClosureWithdrawn':
      return { ...state, closures: withoutLatest(state.closures) };
    default:
      return never(event);
  }
}
