import { addDays, never, refuse, type Decider } from '#platform/kernel';
import { CoordinatorEndReleased, CoordinatorEndReserved, type CoordinatorsEvent } from '../../contract/index.js';
import { isHeldFrom } from '../person/last-coordinator.js';
import type { CoordinatorsCommand, ReserveEnd } from './coordinators.commands.js';
import type { Coordinators } from './coordinators.state.js';

export type CoordinatorsRule = 'LAST_COORDINATOR';

/**
 * One stream per municipality that decides whether a coordinator's role may end, so that when two coordinators end
 * their roles at the same time, one of them stays (ADR 0251).
 */
export const coordinators: Decider<Coordinators, CoordinatorsCommand, CoordinatorsEvent, CoordinatorsRule> = {
  initialState: new Map(),
  decide,
  evolve,
};

function decide(command: CoordinatorsCommand, state: Coordinators) {
  switch (command.type) {
    case 'ReserveEnd': {
      const { personId, roleId, on, until } = command;
      if (!isHeldFrom(addDays(on, 1), stillHeld(command, state))) return refuse('LAST_COORDINATOR', 'on');
      return [CoordinatorEndReserved({ personId, roleId, on, until })];
    }
    case 'ReleaseEnd':
      return state.has(command.roleId) ? [CoordinatorEndReleased({ roleId: command.roleId })] : [];
    default:
      return never(command);
  }
}

/** The other roles, with reserved ends counted as ended. */
const stillHeld = ({ roleId, others, now }: ReserveEnd, state: Coordinators) =>
  others
    .filter((other) => other.roleId !== roleId)
    .map((other) => {
      const ending = state.get(other.roleId);
      const endsSoon = ending && ending.until > now && (other.to === null || ending.on < other.to);
      return endsSoon ? { ...other, to: ending.on } : other;
    });

function evolve(state: Coordinators, event: CoordinatorsEvent): Coordinators {
  switch (event.type) {
    case 'registry.CoordinatorEndReserved':
      return new Map([...state, [event.data.roleId, { on: event.data.on, until: event.data.until }]]);
    case 'registry.CoordinatorEndReleased':
      return new Map([...state].filter(([roleId]) => roleId !== event.data.roleId));
    default:
      return never(event);
  }
}
