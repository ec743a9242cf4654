import { policy } from '#platform/policies';
import type { SchoolYearEvent } from '../contract/school-year.events.js';
import type { PlanMeeting } from '../domain/meeting/meeting.commands.js';
import type { BookHour } from '../domain/school-year/school-year.commands.js';

/**
 * Creates the meeting of each month of a decided school year, and reserves its hour in the year of each participating
 * unit; the calendar was checked when the year was decided.
 */
export const beginMeetingsWhenSchoolYearPlanned = policy<SchoolYearEvent>({
  name: 'begin-meetings-when-school-year-planned',
  when: {
    'meetings.SchoolYearPlanned': {
      react: ({ data: { unitId, schoolYear, place, jointUnitIds, meetings } }) => [
        ...meetings.map(({ meetingId, on, startsAt }) => ({
          to: 'meeting',
          id: meetingId,
          command: {
            type: 'PlanMeeting',
            meetingId,
            kind: jointUnitIds.length > 0 ? 'joint' : 'ordinary',
            unitIds: [unitId, ...jointUnitIds],
            schoolYear,
            on,
            startsAt,
            place,
            reason: null,
            urgent: false,
            force: true,
            facts: { freeDay: false, closedUnitIds: [], busyUnitIds: [] },
          } satisfies PlanMeeting,
        })),
        ...jointUnitIds.flatMap((guestId) =>
          meetings.map(({ meetingId, on, startsAt }) => ({
            to: 'schoolyear',
            id: `${guestId}.${schoolYear}`,
            command: {
              type: 'BookHour',
              unitId: guestId,
              schoolYear,
              meetingId,
              on,
              startsAt,
              lease: null,
              freeHours: [],
            } satisfies BookHour,
          })),
        ),
      ],
    },
  },
});
