import type { CalendarDate } from '#platform/kernel';
import { holdingOn, type Timeline } from '#registry/contract';
import type { Participant } from '../../contract/protocol.js';

/** How a service was at a meeting: by one of its own, by a deputy only, or not at all. */
export const HOW_ATTENDED = ['present', 'deputy', 'absent'] as const;
export type HowAttended = (typeof HOW_ATTENDED)[number];

/** A held meeting, as its filed protocol says who was there. */
export interface AttendedMeeting {
  readonly meetingId: string;
  readonly unitIds: readonly string[];
  readonly heldOn: CalendarDate;
  /** Services that the protocol lists somebody of: those who took part, and those who should have. */
  readonly services: readonly { readonly serviceId: string; readonly how: HowAttended }[];
}
/** Since when a service must attend a unit's meetings, and since when not. */
export interface ServiceDuty {
  readonly unitId: string;
  readonly serviceId: string;
  readonly timeline: Timeline<{ readonly mustAttend: boolean }>;
}

/** How each service was at the meeting, by those whom the protocol lists: one who was there is enough. */
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
 * Where services were expected, and how they were there (indicator 12). Expected is a service that the protocol lists
 * somebody of, present or not, and one that had to attend the unit's meetings on that day: of it nobody was there.
 * A joint meeting stands with each of its units.
 */
export function expectedAt(
  meetings: readonly AttendedMeeting[],
  duties: readonly ServiceDuty[],
  isWanted: (serviceId: string) => boolean,
): readonly Expected[] {
  const dutiesOf = Map.groupBy(
    duties.filter(({ serviceId }) => isWanted(serviceId)),
    ({ unitId }) => unitId,
  );
  return meetings.flatMap(({ meetingId, unitIds, heldOn, services }) => {
    const listed = services.filter(({ serviceId }) => isWanted(serviceId));
    return unitIds.flatMap((unitId) => {
      const missing = (dutiesOf.get(unitId) ?? [])
        .filter(({ serviceId, timeline }) => {
          if (listed.some((it) => it.serviceId === serviceId)) return false;
          return holdingOn(timeline, heldOn)?.mustAttend ?? false;
        })
        .map(({ serviceId }) => ({ serviceId, how: 'absent' as const }));
      return [...listed, ...missing].map(({ serviceId, how }) => ({ meetingId, unitId, serviceId, heldOn, how }));
    });
  });
}

export interface AttendanceCount {
  /** Meetings at which the service was expected. */
  readonly expected: number;
  /** Of them those where one of its own was. */
  readonly present: number;
  /** Of them those where only a deputy was. */
  readonly deputy: number;
}

/** Counts meetings, each once however many units it was for: at the best that any of them knows of the service. */
export function countAttendance(lines: readonly Pick<Expected, 'meetingId' | 'how'>[]): AttendanceCount {
  const best = new Map<string, HowAttended>();
  for (const { meetingId, how } of lines) {
    const before = best.get(meetingId);
    if (before === undefined || HOW_ATTENDED.indexOf(how) < HOW_ATTENDED.indexOf(before)) best.set(meetingId, how);
  }
  const count = (how: HowAttended) => [...best.values()].filter((it) => it === how).length;
  return { expected: best.size, present: count('present'), deputy: count('deputy') };
}

/** How many meetings in a row, up to the last one held, nobody of the service was at. */
export function absentInARow(lines: readonly Pick<Expected, 'heldOn' | 'how'>[]): number {
  const latestFirst = lines.toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1));
  const there = latestFirst.findIndex(({ how }) => how !== 'absent');
  return there === -1 ? latestFirst.length : there;
}
