import type { CalendarDate } from '#platform/kernel';
import { holdingOn, type Timeline } from '#registry/contract';
import type { Participant } from './protocol.js';

/** Attendance of a service: one of its own people, only a deputy, or nobody. */
export const HOW_ATTENDED = ['present', 'deputy', 'absent'] as const;
export type HowAttended = (typeof HOW_ATTENDED)[number];

/** A held meeting with the attendance of its filed protocol. */
export interface AttendedMeeting {
  readonly meetingId: string;
  readonly unitIds: readonly string[];
  readonly heldOn: CalendarDate;
  /** Services of the people whom the protocol lists, present or not. */
  readonly services: readonly { readonly serviceId: string; readonly how: HowAttended }[];
}
/** Periods in which a service must attend a unit's meetings. */
export interface ServiceDuty {
  readonly unitId: string;
  readonly serviceId: string;
  readonly timeline: Timeline<{ readonly mustAttend: boolean }>;
}

/** Attendance of each service at the meeting, by the listed participants: one person present is enough. */
export function servicesAt(participants: readonly Participant[]): AttendedMeeting['services'] {
  const found = new Map<string, HowAttended>();
  for (const { serviceId, attendance } of participants) {
    if (serviceId === null) continue;
    const before = found.get(serviceId) ?? 'absent';
    found.set(serviceId, HOW_ATTENDED.indexOf(attendance) < HOW_ATTENDED.indexOf(before) ? attendance : before);
  }
  return [...found].map(([serviceId, how]) => ({ serviceId, how }));
}

/** A meeting of a unit at which the service was expected. */
export interface Expected {
  readonly meetingId: string;
  readonly unitId: string;
  readonly serviceId: string;
  readonly heldOn: CalendarDate;
  readonly how: HowAttended;
}

/**
 * Meetings at which services were expected, with their attendance (indicator 12). A service is expected when the
 * protocol lists one of its people, present or not, or when it had to attend the unit's meetings on that day; in the
 * latter case alone it counts as absent. A joint meeting is listed for each of its units.
 */
export function expectedAt(meetings: readonly AttendedMeeting[], duties: readonly ServiceDuty[]): readonly Expected[] {
  const dutiesOf = Map.groupBy(duties, ({ unitId }) => unitId);
  return meetings.flatMap(({ meetingId, unitIds, heldOn, services }) =>
    unitIds.flatMap((unitId) => {
      const missing = (dutiesOf.get(unitId) ?? [])
        .filter(({ serviceId, timeline }) => {
          if (services.some((it) => it.serviceId === serviceId)) return false;
          return holdingOn(timeline, heldOn)?.mustAttend ?? false;
        })
        .map(({ serviceId }) => ({ serviceId, how: 'absent' as const }));
      return [...services, ...missing].map(({ serviceId, how }) => ({ meetingId, unitId, serviceId, heldOn, how }));
    }),
  );
}

/** Number of consecutive meetings, up to the last one held, at which the service was absent. */
export function absentInARow(lines: readonly Pick<Expected, 'heldOn' | 'how'>[]): number {
  const latestFirst = lines.toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1));
  const there = latestFirst.findIndex(({ how }) => how !== 'absent');
  return there === -1 ? latestFirst.length : there;
}
