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

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

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

/**
 * The unit's meetings of a school year were decided; a policy starts each meeting. Excludes months that were already
 * planned.
 */
export const SchoolYearPlanned = eventType(
  'meetings.SchoolYearPlanned',
  1,
  z.object({
    unitId: UnitId,
    schoolYear: SchoolYear,
    rule: PlanRule,
    place: z.string().trim().max(200).nullable(),
    /** Units that join this unit's meetings, which count for them too. */
    jointUnitIds: z.array(UnitId),
    meetings: z.array(PlannedMeeting).min(1),
  }),
);
/** The coordinator exempts the unit from one month (fritak), with a reason that is always shown. */
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
 * The hour of a meeting is reserved in the year of a unit that takes part as host or guest: no other meeting of the
 * unit may overlap it. It replaces the previous hour of the same meeting. If the meeting has not moved to the hour by
 * `until`, the hour is free again; null when the meeting follows by a policy.
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
/** The meeting was refused after its hour had been reserved. */
export const HourReleased = eventType(
  'meetings.HourReleased',
  1,
  z.object({ unitId: UnitId, schoolYear: SchoolYear, meetingId: MeetingId }),
);

export const schoolYearEvents = { SchoolYearPlanned, MonthExempted, ExemptionWithdrawn, HourBooked, HourReleased };
export type SchoolYearEvent = EventOf<typeof schoolYearEvents>;
