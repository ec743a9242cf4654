import { never, refuse, type Decider } from '#platform/kernel';
import {
  ServiceUnitClosed,
  ServiceUnitRegistered,
  ServiceUnitRenamed,
  type ServiceUnitEvent,
} from '../../contract/index.js';
import type { ServiceUnitCommand } from './service-unit.commands.js';
import type { ServiceUnit } from './service-unit.state.js';

export type ServiceUnitRule =
  'NOT_FOUND' | 'SERVICE_UNIT_ALREADY_REGISTERED' | 'SERVICE_UNIT_CLOSED' | 'SERVICE_UNIT_LEADS_SERVICES';

/** The unit (virksomhet) that leads several services, such as BFE (R7). */
export const serviceUnit: Decider<ServiceUnit, ServiceUnitCommand, ServiceUnitEvent, ServiceUnitRule> = {
  initialState: { status: 'not-registered' },
  decide,
  evolve,
};

function decide(command: ServiceUnitCommand, state: ServiceUnit) {
  if (command.type === 'RegisterServiceUnit') {
    const { serviceUnitId, name } = command;
    if (state.status === 'not-registered') return [ServiceUnitRegistered({ serviceUnitId, name })];
    return state.name === name ? [] : refuse('SERVICE_UNIT_ALREADY_REGISTERED');
  }
  if (state.status === 'not-registered') return refuse('NOT_FOUND');
  switch (command.type) {
    case 'RenameServiceUnit':
      if (command.name === state.name) return [];
      return state.status === 'closed' ? refuse('SERVICE_UNIT_CLOSED') : [ServiceUnitRenamed({ name: command.name })];
    case 'CloseServiceUnit':
      if (state.status === 'closed') return command.on === state.closedOn ? [] : refuse('SERVICE_UNIT_CLOSED');
      if (command.leadsOpenServices) return refuse('SERVICE_UNIT_LEADS_SERVICES');
      return [ServiceUnitClosed({ on: command.on })];
    default:
      return never(command);
  }
}

function evolve(state: ServiceUnit, event: ServiceUnitEvent): ServiceUnit {
  if (event.type === 'registry.ServiceUnitRegistered') return { status: 'open', name: event.data.name };
  if (state.status === 'not-registered') return state;
  switch (event.type) {
    case 'registry.ServiceUnitRenamed':
      return { ...state, name: event.data.name };
    case 'registry.ServiceUnitClosed':
      return { status: 'closed', name: state.name, closedOn: event.data.on };
    default:
      return never(event);
  }
}
