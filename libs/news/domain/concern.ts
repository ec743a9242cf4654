import type { Role } from '#platform/identity/roles';
import { isHeld } from '#registry/contract';
import type { LogMoment } from './log-moment.js';

/** Values over time by position in the log, oldest first. */
export type ValuesOverTime<T> = readonly (T & { readonly since: string })[];

export interface RoleAtTime {
  readonly personId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly serviceUnitId: string | null;
  readonly from: string;
  readonly to: string | null;
  /** Position in the log where it was given: before it nobody knew of it, whatever its date. */
  readonly since: string;
}
/** Participants of a unit's meetings and its services, by position in the log. */
export interface UnitTable {
  readonly standing: ValuesOverTime<{ readonly personIds: readonly string[] }>;
  readonly served: ValuesOverTime<{
    readonly serviceId: string;
    readonly contactId: string | null;
    readonly serves: boolean;
  }>;
}
export type ServiceLead = ValuesOverTime<{ readonly serviceUnitId: string | null }>;

/** Facts that decide whom a change concerns, at any time. */
export interface ConcernFacts {
  readonly roles: readonly RoleAtTime[];
  readonly tables: ReadonlyMap<string, UnitTable>;
  readonly leads: ReadonlyMap<string, ServiceLead>;
  /** Finds the people who are away on a day and in whose place the person is told. */
  readonly standsInFor: StandsInFor;
}
export type StandsInFor = (personId: string, day: string) => readonly string[];

/** A point in time: a moment in the log, or now. */
export type PointInTime = Pick<LogMoment, 'position' | 'day'> | { readonly position: 'now'; readonly day: string };

/** True when a meeting of the units, to which these people were called, concerned the person at the time. */
export type Concerns = (unitIds: readonly string[], calledIds: readonly string[], when: PointInTime) => boolean;

/**
 * A meeting concerns the coordinator, the leaders of the unit and of its meetings, its standing participants and those
 * called, the contact of a service that serves the unit, and the leader of that service. A deputy is concerned once
 * called. What concerns somebody by name concerns their substitute too while they are away; what concerns them by a role
 * concerns whoever holds it.
 */
export function concernOf(personId: string, facts: ConcernFacts): Concerns {
  const own = facts.roles.filter((role) => role.personId === personId);
  return (unitIds, calledIds, when) => {
    const named = [personId, ...facts.standsInFor(personId, when.day)];
    if (named.some((id) => calledIds.includes(id))) return true;
    const held = own.filter((role) => wasHeld(role, when));
    if (held.some(({ role, unitId }) => role === 'coordinator' || (isOfUnit(role) && unitIds.includes(unitId!))))
      return true;
    const leading = held.flatMap(({ role, serviceUnitId }) =>
      role === 'service-unit-leader' && serviceUnitId !== null ? serviceUnitId : [],
    );
    return unitIds.some((unitId) => {
      const table = facts.tables.get(unitId);
      if (!table) return false;
      if (holding(table.standing, when)?.personIds.some((id) => named.includes(id))) return true;
      return serving(table, when).some(({ serviceId, contactId }) => {
        if (contactId !== null && named.includes(contactId)) return true;
        const lead = holding(facts.leads.get(serviceId) ?? [], when)?.serviceUnitId ?? null;
        return lead !== null && leading.includes(lead);
      });
    });
  };
}

const isOfUnit = (role: Role) => role === 'unit-leader' || role === 'meeting-chair';

const isBefore = (since: string, { position }: PointInTime) => position === 'now' || BigInt(since) < BigInt(position);

const wasHeld = (role: RoleAtTime, when: PointInTime) => isBefore(role.since, when) && isHeld(role, when.day);

const holding = <T>(timeline: ValuesOverTime<T>, when: PointInTime) =>
  timeline.findLast(({ since }) => isBefore(since, when));

/** The services that served the unit at the time, each with its latest values. */
function serving({ served }: UnitTable, when: PointInTime) {
  const latest = new Map(served.filter(({ since }) => isBefore(since, when)).map((it) => [it.serviceId, it]));
  return [...latest.values()].filter(({ serves }) => serves);
}
