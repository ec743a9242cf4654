import { z } from 'zod';
import { pageOf, Paging, SchoolYearInPath } from '#platform/http';
import { CalendarDate, MeetingId, Month, ServiceId, UnitId } from '#platform/kernel';
import { HOW_ATTENDED } from '../../contract/attendance.js';

export const AttendanceYear = z.object({
  schoolYear: SchoolYearInPath.optional().describe('The year it begins in; left out: the one it is now.'),
});
export const AttendanceFilters = Paging.extend(AttendanceYear.shape);
export type AttendanceFilters = z.infer<typeof AttendanceFilters>;

const Count = {
  expected: z
    .int()
    .describe('Meetings with a filed protocol that lists somebody of the service, or that it had to attend.'),
  present: z.int().describe('Of them those where one of the service’s own people was.'),
  deputy: z.int().describe('Of them those where only a deputy was.'),
};

/** Oppmøte per tjeneste (indicator 12). */
export const AttendanceAnswer = z.object({
  schoolYear: z.int(),
  services: z.array(
    z.object({
      serviceId: ServiceId,
      name: z.string(),
      ...Count,
      months: z.array(z.object({ month: Month, ...Count })).describe('Every month of the school year, oldest first.'),
    }),
  ),
});
export type AttendanceAnswer = z.input<typeof AttendanceAnswer>;

/** Units with most consecutive absences first, then by lowest attendance. */
export const UnitAttendancePage = pageOf(
  z.object({
    unitId: UnitId,
    name: z.string().nullable(),
    ...Count,
    absentInARow: z.int().describe('Meetings in a row, up to the last one held, at which nobody of the service was.'),
  }),
);
/** Latest first. */
export const MeetingAttendancePage = pageOf(
  z.object({ meetingId: MeetingId, on: CalendarDate, how: z.enum(HOW_ATTENDED) }),
);
