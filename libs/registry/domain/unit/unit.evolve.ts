import { never } from '#platform/kernel';
import { closedAfter, reopenedFrom, withoutLatest, type UnitEvent } from '../../contract/index.js';
import { setFrom } from '../../contract/timeline.js';
import { withoutService, withService, type Unit } from './unit.state.js';

/** The unit after the event; an event before the registration changes nothing. */
export function evolve(state: Unit, event: UnitEvent): Unit {
  if (event.type === 'registry.UnitRegistered') {
    const { unitId, obligation, from, ...details } = event.data;
    return {
      status: 'registered',
      unitId,
      details,
      obligations: [{ ...obligation, from }],
      hosts: [],
      services: [],
      standing: [],
      registeredFrom: from,
      closures: [],
    };
  }
  if (state.status === 'not-registered') return state;
  switch (event.type) {
    case 'registry.UnitDetailsChanged':
      return { ...state, details: event.data };
    case 'registry.UnitObligationChanged':
      return { ...state, obligations: setFrom(state.obligations, event.data) };
    case 'registry.JointMeetingPlaceSet':
      return { ...state, hosts: setFrom<{ hostUnitId: string | null }>(state.hosts, event.data) };
    case 'registry.UnitClosed':
      return { ...state, closures: closedAfter(state.closures, event.data.on, event.data.reason) };
    case 'registry.UnitReopened':
      return { ...state, closures: reopenedFrom(state.closures, event.data.on) };
    case 'registry.UnitClosureWithdrawn':
      return { ...state, closures: withoutLatest(state.closures) };
    case 'registry.ServiceAssigned':
      return { ...state, services: withService(state.services, event.data) };
    case 'registry.ServiceUnassigned':
      return { ...state, services: withoutService(state.services, event.data.serviceId) };
    case 'registry.StandingParticipantsSet':
      return { ...state, standing: event.data.participants };
    default:
      return never(event);
  }
}
