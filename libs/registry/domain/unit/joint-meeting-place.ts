import type { CalendarDate } from '#platform/kernel';
import { isClosedOn, type UnitDto } from '../../contract/index.js';
import { holdingOn } from '../../contract/timeline.js';
import type { HostStanding } from './unit.commands.js';
import type { Unit } from './unit.state.js';

/** State of a possible host unit on a day. */
export function hostStandingOn(host: Unit, day: CalendarDate): HostStanding {
  if (host.status === 'not-registered') return 'unknown';
  if (isClosedOn(host.closures, day)) return 'closed';
  return (holdingOn(host.hosts, day)?.hostUnitId ?? null) === null ? 'can-host' : 'guest-elsewhere';
}

/** True when an open unit meets at this unit on the day, or is set to do so later. */
export const hostsOthersOn = (units: readonly UnitDto[], unitId: string, day: CalendarDate): boolean =>
  units.some(
    ({ hosts, closures }) =>
      (!isClosedOn(closures, day) && holdingOn(hosts, day)?.hostUnitId === unitId) ||
      hosts.some(({ hostUnitId, from }) => from > day && hostUnitId === unitId && !isClosedOn(closures, from)),
  );
