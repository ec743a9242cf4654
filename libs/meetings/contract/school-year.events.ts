import { z } from 'zod';
import {
  CalendarDate,
  eventType,
  MeetingId,
  Month,
  SchoolYear,
  TimeOfDay,
  UnitId,
  type EventOf,
} from '#platform/kernel';

// These shapes are the storage contract: a change is a new schema version with an upcaster and a frozen fixture.

/** «2. tirsdag»: the nth weekday of the month; -1 is the last. Weekday 1 is Monday. */
export const PlanRule = z.object({
  nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
  weekday: z.int().min(1).max(5),
  startsAt: TimeOfDay,
});
export type PlanRule = z.infer<typeof PlanRule>;

export const PlannedMeeting = z.object({
  meetingId: MeetingId,
  month: Month,
  on: CalendarDate,
  startsAt: TimeOfDay,
});

/** The unit's meetings of a school year were decided; a policy begins each meeting. Months already planned are not in it. */
export const SchoolYearPlanned = eventType(
  'meetings.SchoolYearPlanned',
  1,
  z.object({
    unitId: UnitId,
    schoolYear: SchoolYear,
    rule: PlanRule,
    place: z.string().trim().max(200).nullable(),
    /** Units that meet at this unit's table; its meetings count for them too. */
    jointUnitIds: z.array(UnitId),
    meetings: z.array(PlannedMeeting).min(1),
  }),
);
/** The coordinator lets the unit off one month (fritak), with a reason that is shown, never hidden. */
export const MonthExempted = eventType(
  'meetings.MonthExempted',
  1,
  z.object({ unitId: UnitId, schoolYear: SchoolYear, month: Month, reason: z.string().trim().min(1).max(500) }),
);
export const ExemptionWithdrawn = eventType(
  'meetings.ExemptionWithdrawn',
  1,
  z.object({ unitId: UnitId, schoolYear: SchoolYear, month: Month }),
);

/**
 * The hour of a meeting at which the unit sits, as host or guest, was taken in its year: no other meeting of the unit may
 * overlap it. It replaces the hour that the same meeting had before. `until`: an hour that the meeting has not come to by
 * then is free again; null where the meeting follows by a policy.
 */
export const HourBooked = eventType(
  'meetings.HourBooked',
  1,
  z.object({
    unitId: UnitId,
    schoolYear: SchoolYear,
    meetingId: MeetingId,
    on: CalendarDate,
    startsAt: TimeOfDay,
    until: z.iso.datetime().nullable(),
  }),
);
/** The meeting was refused after its hour had been booked. */
export const HourReleased = eventType(
  'meetings.HourReleased',
  1,
  z.object({ unitId: UnitId, schoolYear: SchoolYear, meetingId: MeetingId }),
);

export const schoolYearEvents = { SchoolYearPlanned, MonthExempted, ExemptionWithdrawn, HourBooked, HourReleased };
export type SchoolYearEvent = EventOf<typeof schoolYearEvents>;
