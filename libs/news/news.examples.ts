import { stableId, UnitId, type CalendarDate, type DomainEvent, type Recorded } from '#platform/kernel';
import {
  MeetingCancelled,
  MeetingMoved,
  MeetingPlanned,
  MeetingPostponed,
  NoticeGiven,
  SchoolYearPlanned,
} from '#meetings/contract';
import { RoleEnded, RoleGiven, ServiceAssigned, ServiceRegistered, StandingParticipantsSet } from '#registry/contract';

export const [school, kindergarten] = ['974552876', '974777630'].map((it) => UnitId.parse(it)) as [UnitId, UnitId];
export const id = (name: string) => stableId('id', name);
export const day = (text: string) => text as CalendarDate;

/** An event with its stream and actor. */
export interface GivenEvent {
  readonly stream: string;
  readonly event: DomainEvent;
  /** The actor; null for a policy. */
  readonly by: string | null;
}
const at = (stream: string, event: DomainEvent, by: string | null): GivenEvent => ({ stream, event, by });

interface Wanted {
  readonly on: string;
  readonly startsAt?: string;
  readonly place?: string | null;
}
const when = ({ on, startsAt = '12:30' }: Wanted) => ({ on, startsAt });

/** Events of meetings, from the meetings context. */
export const meeting = {
  planned: (name: string, by: string | null, wanted: Wanted, changes: object = {}) =>
    at(
      `meeting-${id(name)}`,
      MeetingPlanned(
        MeetingPlanned.schema.parse({
          meetingId: id(name),
          kind: 'ordinary',
          unitIds: [school],
          schoolYear: 2026,
          ...when(wanted),
          place: wanted.place ?? null,
          reason: null,
          urgent: false,
          ...changes,
        }),
      ),
      by,
    ),
  moved: (name: string, by: string, from: Wanted, to: Wanted, reason: string | null = null) =>
    at(
      `meeting-${id(name)}`,
      MeetingMoved(
        MeetingMoved.schema.parse({
          unitIds: [school],
          from: when(from),
          to: when(to),
          place: to.place ?? null,
          reason,
        }),
      ),
      by,
    ),
  called: (name: string, by: string, to: readonly string[]) =>
    at(`meeting-${id(name)}`, NoticeGiven(NoticeGiven.schema.parse({ to, agenda: null })), by),
  postponed: (name: string, by: string, from: Wanted, to: Wanted, reason: string) =>
    at(
      `meeting-${id(name)}`,
      MeetingPostponed(MeetingPostponed.schema.parse({ unitIds: [school], from: when(from), to: when(to), reason })),
      by,
    ),
  cancelled: (name: string, by: string, on: string, reason: string) =>
    at(`meeting-${id(name)}`, MeetingCancelled(MeetingCancelled.schema.parse({ unitIds: [school], on, reason })), by),
  plannedYear: (by: string, unitId: UnitId, days: readonly string[], jointUnitIds: readonly UnitId[] = []) =>
    at(
      `schoolyear-${unitId}.2026`,
      SchoolYearPlanned(
        SchoolYearPlanned.schema.parse({
          unitId,
          schoolYear: 2026,
          rule: { nth: 2, weekday: 3, startsAt: '12:30' },
          place: null,
          jointUnitIds,
          meetings: days.map((on) => ({
            meetingId: id(`${unitId} ${on}`),
            month: on.slice(0, 7),
            on,
            startsAt: '12:30',
          })),
        }),
      ),
      by,
    ),
};

interface Held {
  readonly role: string;
  readonly unitId?: UnitId;
  readonly serviceUnitId?: string;
  readonly from?: string;
}
/** Events of people, units and services, from the registry. */
export const registry = {
  role: (name: string, { role, unitId, serviceUnitId, from = '2020-08-01' }: Held) =>
    at(
      `person-${id(name)}`,
      RoleGiven(
        RoleGiven.schema.parse({
          roleId: id(`${name} ${role}`),
          role,
          unitId: unitId ?? null,
          serviceId: null,
          serviceUnitId: serviceUnitId ?? null,
          from,
          to: null,
        }),
      ),
      null,
    ),
  roleEnded: (name: string, role: string, on: string) =>
    at(`person-${id(name)}`, RoleEnded(RoleEnded.schema.parse({ roleId: id(`${name} ${role}`), on })), null),
  table: (unitId: UnitId, ...names: readonly string[]) =>
    at(
      `unit-${unitId}`,
      StandingParticipantsSet(
        StandingParticipantsSet.schema.parse({
          participants: names.map((name) => ({ personId: id(name), deputyId: null })),
        }),
      ),
      null,
    ),
  service: (name: string, ledBy: string | null) =>
    at(
      `service-${id(name)}`,
      ServiceRegistered(
        ServiceRegistered.schema.parse({
          serviceId: id(name),
          name,
          kind: 'ppt',
          serviceUnitId: ledBy === null ? null : id(ledBy),
        }),
      ),
      null,
    ),
  serves: (unitId: UnitId, service: string, contact: string | null) =>
    at(
      `unit-${unitId}`,
      ServiceAssigned(
        ServiceAssigned.schema.parse({
          serviceId: id(service),
          contactId: contact === null ? null : id(contact),
          mustAttend: true,
        }),
      ),
      null,
    ),
};

/** These events as recorded by the log, one per minute from the instant on. */
export function recorded(happenings: readonly GivenEvent[], from = '2026-11-02T08:00:00.000Z'): readonly Recorded[] {
  const revisions = new Map<string, bigint>();
  return happenings.map(({ stream, event, by }, i) => {
    const revision = (revisions.get(stream) ?? -1n) + 1n;
    revisions.set(stream, revision);
    const instant = new Date(Date.parse(from) + i * 60_000);
    return {
      ...event,
      id: stableId('event', i),
      tenant: '9999',
      stream,
      revision,
      position: BigInt(i + 1),
      recordedAt: instant,
      metadata: {
        commandId: `command ${i}`,
        request: 'told',
        correlationId: 'told',
        // A policy's event has a causation id; like one of the system itself, it has no acting person.
        ...(by === null && { causationId: stableId('cause', i) }),
        actor: by === null ? 'system:policy' : id(by),
        occurredAt: instant.toISOString(),
      },
    };
  });
}
