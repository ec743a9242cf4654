import { isSame, never, refuse, type Decider } from '#platform/kernel';
import {
  ServiceCapacitySet,
  ServiceChanged,
  ServiceClosed,
  ServiceRegistered,
  type ServiceEvent,
} from '../../contract/index.js';
import type { ServiceCommand } from './service.commands.js';
import type { Service } from './service.state.js';

export type ServiceRule = 'NOT_FOUND' | 'SERVICE_ALREADY_REGISTERED' | 'SERVICE_CLOSED' | 'SERVICE_UNIT_NOT_AVAILABLE';

/** A support service (R8) and the service unit that leads it, if any (R9). */
export const service: Decider<Service, ServiceCommand, ServiceEvent, ServiceRule> = {
  initialState: { status: 'not-registered' },
  decide,
  evolve,
};

function decide(command: ServiceCommand, state: Service) {
  if (command.type === 'RegisterService') {
    const { serviceId, details, serviceUnitIsOpen } = command;
    if (state.status !== 'not-registered')
      return isSame(details, state.details) ? [] : refuse('SERVICE_ALREADY_REGISTERED');
    if (!serviceUnitIsOpen) return refuse('SERVICE_UNIT_NOT_AVAILABLE', 'serviceUnitId');
    return [ServiceRegistered({ serviceId, ...details })];
  }
  if (state.status === 'not-registered') return refuse('NOT_FOUND');
  switch (command.type) {
    case 'ChangeService': {
      const { details, serviceUnitIsOpen } = command;
      if (isSame(details, state.details)) return [];
      if (state.status === 'closed') return refuse('SERVICE_CLOSED');
      if (!serviceUnitIsOpen && details.serviceUnitId !== state.details.serviceUnitId)
        return refuse('SERVICE_UNIT_NOT_AVAILABLE', 'serviceUnitId');
      return [ServiceChanged(details)];
    }
    case 'SetServiceCapacity': {
      const { meetingsPerWeek } = command;
      if (meetingsPerWeek === state.meetingsPerWeek) return [];
      return state.status === 'closed' ? refuse('SERVICE_CLOSED') : [ServiceCapacitySet({ meetingsPerWeek })];
    }
    case 'CloseService':
      if (state.status === 'closed') return state.closedOn === command.on ? [] : refuse('SERVICE_CLOSED');
      return [ServiceClosed({ on: command.on })];
    default:
      return never(command);
  }
}

function evolve(state: Service, event: ServiceEvent): Service {
  if (event.type === 'registry.ServiceRegistered') {
    const { serviceId: _, ...details } = event.data;
    return { status: 'open', details, meetingsPerWeek: null };
  }
  if (state.status === 'not-registered') return state;
  switch (event.type) {
    case 'registry.ServiceChanged':
      return { ...state, details: event.data };
    case 'registry.ServiceCapacitySet':
      return { ...state, meetingsPerWeek: event.data.meetingsPerWeek };
    case 'registry.ServiceClosed':
      return { ...state, status: 'closed', closedOn: event.data.on };
    default:
      return never(event);
  }
}
