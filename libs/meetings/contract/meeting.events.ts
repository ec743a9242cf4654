import { z } from 'zod';
import {
  atMost,
  CalendarDate,
  eventType,
  MeetingId,
  PersonId,
  SchoolYear,
  TimeOfDay,
  UnitId,
  type EventOf,
} from '#platform/kernel';
import { Protocol } from './protocol.js';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

export const MeetingKind = z.enum(['ordinary', 'extraordinary', 'joint']);
export type MeetingKind = z.infer<typeof MeetingKind>;
const Reason = z.string().trim().min(1).max(500);
const DayAndTime = { on: CalendarDate, startsAt: TimeOfDay };
/** Repeated in every event that concerns a unit's month, so that each event alone shows its units. */
const UnitIds = z.array(UnitId).min(1);

/** The first unit hosts; a joint meeting counts for every unit in `unitIds`. */
export const MeetingPlanned = eventType(
  'meetings.MeetingPlanned',
  1,
  z.object({
    meetingId: MeetingId,
    kind: MeetingKind,
    unitIds: UnitIds,
    schoolYear: SchoolYear,
    ...DayAndTime,
    place: z.string().trim().max(200).nullable(),
    /** Reason of an extraordinary meeting, in codes and in text that identifies no child (R19). */
    reason: Reason.nullable(),
    urgent: z.boolean(),
  }),
);
/** Another day or time before the notice; after it, `MeetingPostponed` (utsatt). */
export const MeetingMoved = eventType(
  'meetings.MeetingMoved',
  1,
  z.object({
    unitIds: UnitIds,
    from: z.object(DayAndTime),
    to: z.object(DayAndTime),
    place: z.string().trim().max(200).nullable(),
    reason: Reason.nullable(),
  }),
);
export const NoticeGiven = eventType(
  'meetings.NoticeGiven',
  1,
  z.object({ to: z.array(PersonId), agenda: z.string().max(2000).nullable() }),
);
export const MeetingPostponed = eventType(
  'meetings.MeetingPostponed',
  1,
  z.object({ unitIds: UnitIds, from: z.object(DayAndTime), to: z.object(DayAndTime), reason: Reason }),
);
/** `on` is the planned day. */
export const MeetingCancelled = eventType(
  'meetings.MeetingCancelled',
  1,
  z.object({ unitIds: UnitIds, on: CalendarDate, reason: Reason }),
);
/**
 * A month is held when a meeting was held on a day in it. `insteadOf` is the meeting's day until now, planned or
 * reported: until the protocol is filed, the meeting can be reported again with another day.
 */
export const MeetingHeld = eventType(
  'meetings.MeetingHeld',
  1,
  z.object({ unitIds: UnitIds, heldOn: CalendarDate, insteadOf: CalendarDate }),
);

/** Reported by mistake: it was not held on `heldOn`. The meeting returns to its state before the report. */
export const MeetingHeldRetracted = eventType(
  'meetings.MeetingHeldRetracted',
  1,
  z.object({
    unitIds: UnitIds,
    heldOn: CalendarDate,
    standsOn: CalendarDate,
    state: z.enum(['planned', 'called', 'postponed']),
    reason: Reason,
  }),
);
/** The protocol of a held meeting is no longer expected. It may still be filed if it is found. */
export const ProtocolDeclaredLost = eventType(
  'meetings.ProtocolDeclaredLost',
  1,
  z.object({
    meetingId: MeetingId,
    unitIds: UnitIds,
    heldOn: CalendarDate,
    declaredOn: CalendarDate,
    declaredBy: PersonId,
    reason: Reason,
  }),
);

/** A filed protocol is locked: version 1. */
export const ProtocolFiled = eventType(
  'meetings.ProtocolFiled',
  1,
  z.object({
    meetingId: MeetingId,
    unitIds: UnitIds,
    filedOn: CalendarDate,
    filedBy: PersonId,
    protocol: Protocol,
  }),
);
/** A new version with its reason; earlier versions stay readable. `protocol` is complete. */
export const ProtocolCorrected = eventType(
  'meetings.ProtocolCorrected',
  1,
  z.object({
    meetingId: MeetingId,
    unitIds: UnitIds,
    version: atMost(z.int().min(2), 10_000),
    reason: Reason,
    correctedOn: CalendarDate,
    correctedBy: PersonId,
    protocol: Protocol,
    /** The replaced version, so that a policy can apply the differences without reading the past. */
    previous: z.object({
      heldOn: CalendarDate,
      /** The day the first version was filed, which decides whether it was in time. */
      filedOn: CalendarDate,
      actions: Protocol.shape.actions,
      earlierActions: Protocol.shape.earlierActions,
    }),
  }),
);

export const meetingEvents = {
  MeetingPlanned,
  MeetingMoved,
  NoticeGiven,
  MeetingPostponed,
  MeetingCancelled,
  MeetingHeld,
  MeetingHeldRetracted,
  ProtocolDeclaredLost,
  ProtocolFiled,
  ProtocolCorrected,
};
export type MeetingEvent = EventOf<typeof meetingEvents>;
