import { JointMeetingPlaceSet, UnitRegistered, type UnitDto } from '#registry/contract';
import type { DomainEvent, UnitId } from '#platform/kernel';

// The facts, for specifications of contexts that show figures: these contexts themselves know the contract only.
export { factsContext } from '#statistics';
export { KnownFactsInTransaction } from '../libs/statistics/facts/known-facts-in-transaction.js';

/** A unit of a directory as the events of its stream that facts are made of: registered, and its joint meeting places. */
export function unitAsEvents(unit: UnitDto): readonly [DomainEvent, ...DomainEvent[]] {
  const { name, kind, ownership, children, area, obligations, hosts } = unit;
  const { from, ...obligation } = obligations[0]!;
  const unitId = unit.unitId as UnitId;
  const idOf = (id: string | null) => id as UnitId | null;
  return [
    UnitRegistered({ unitId, name, kind, ownership, children, area, obligation, from }),
    ...hosts.map((host) => JointMeetingPlaceSet({ ...host, hostUnitId: idOf(host.hostUnitId) })),
  ];
}
