import { isSame, never, refuse, type Decider } from '#platform/kernel';
import {
  closedAfter,
  isClosedOn,
  reopenedFrom,
  ServiceCapacitySet,
  ServiceChanged,
  ServiceClosed,
  ServiceClosureWithdrawn,
  ServiceRegistered,
  ServiceReopened,
  type ServiceEvent,
  withoutLatest,
} from '../../contract/index.js';
import type { Dated } from '../dated-commands.js';
import { mayClose, mayReopen, mayWithdraw } from '../closures.js';
import type { ServiceCommand } from './service.commands.js';
import type { Service } from './service.state.js';

export type ServiceRule =
  | 'NOT_FOUND'
  | 'SERVICE_ALREADY_REGISTERED'
  | 'SERVICE_CLOSED'
  | 'SERVICE_CLOSED_BEFORE_REOPENED'
  | 'SERVICE_REOPENED_BEFORE_CLOSED'
  | 'SERVICE_CLOSURE_BEGUN'
  | 'SERVICE_UNIT_NOT_AVAILABLE';

/** A support service (R8) and the service unit that leads it, if any (R9). */
export const service: Decider<Service, Dated<ServiceCommand>, ServiceEvent, ServiceRule> = {
  initialState: { status: 'not-registered' },
  decide,
  evolve,
};

function decide(command: Dated<ServiceCommand>, state: Service) {
  if (command.type === 'RegisterService') {
    const { serviceId, details, serviceUnitIsOpen } = command;
    if (state.status !== 'not-registered')
      return isSame(details, state.details) ? [] : refuse('SERVICE_ALREADY_REGISTERED');
    if (!serviceUnitIsOpen) return refuse('SERVICE_UNIT_NOT_AVAILABLE', 'serviceUnitId');
    return [ServiceRegistered({ serviceId, ...details })];
  }
  if (state.status === 'not-registered') return refuse('NOT_FOUND');
  const isClosed = isClosedOn(state.closures, command.today);
  switch (command.type) {
    case 'ChangeService': {
      const { details, serviceUnitIsOpen } = command;
      if (isSame(details, state.details)) return [];
      if (isClosed) return refuse('SERVICE_CLOSED');
      if (!serviceUnitIsOpen && details.serviceUnitId !== state.details.serviceUnitId)
        return refuse('SERVICE_UNIT_NOT_AVAILABLE', 'serviceUnitId');
      return [ServiceChanged(details)];
    }
    case 'SetServiceCapacity': {
      const { meetingsPerWeek } = command;
      if (meetingsPerWeek === state.meetingsPerWeek) return [];
      return isClosed ? refuse('SERVICE_CLOSED') : [ServiceCapacitySet({ meetingsPerWeek })];
    }
    case 'CloseService': {
      const { on, today } = command;
      const answer = mayClose(state.closures, { on, today, reason: null, openFrom: null });
      if (answer === 'already-closed') return refuse('SERVICE_CLOSED');
      if (answer === 'before-it-was-open') return refuse('SERVICE_CLOSED_BEFORE_REOPENED', 'on');
      return answer === 'same' ? [] : [ServiceClosed({ on })];
    }
    case 'ReopenService': {
      const answer = mayReopen(state.closures, command.on, command.today);
      if (answer === 'before-it-closed') return refuse('SERVICE_REOPENED_BEFORE_CLOSED', 'on');
      return answer === 'same' ? [] : [ServiceReopened({ on: command.on })];
    }
    case 'WithdrawServiceClosure': {
      const answer = mayWithdraw(state.closures, command.today);
      if (answer === 'already-closed') return refuse('SERVICE_CLOSURE_BEGUN');
      return answer === 'same' ? [] : [ServiceClosureWithdrawn({})];
    }
    default:
      return never(command);
  }
}

function evolve(state: Service, event: ServiceEvent): Service {
  if (event.type === 'registry.ServiceRegistered') {
    const { serviceId: _, ...details } = event.data;
    return { status: 'registered', details, meetingsPerWeek: null, closures: [] };
  }
  if (state.status === 'not-registered') return state;
  switch (event.type) {
    case 'registry.ServiceChanged':
      return { ...state, details: event.data };
    case 'registry.ServiceCapacitySet':
      return { ...state, meetingsPerWeek: event.data.meetingsPerWeek };
    case 'registry.ServiceClosed':
      return { ...state, closures: closedAfter(state.closures, event.data.on, null) };
    case 'registry.ServiceReopened':
      return { ...state, closures: reopenedFrom(state.closures, event.data.on) };
    case 'registry.ServiceClosureWithdrawn':
      return { ...state, closures: withoutLatest(state.closures) };
    default:
      return never(event);
  }
}
