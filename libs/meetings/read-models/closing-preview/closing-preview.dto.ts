import { z } from 'zod';
import { ActionId, CalendarDate, MeetingId, PersonId, UnitId } from '#platform/kernel';
import { MeetingKind } from '../../contract/meeting.events.js';

export const LastDay = z.object({
  on: CalendarDate.optional().describe('The last day the unit would be open; today where it is left out.'),
});

export const ClosingPreview = z.object({
  meetings: z
    .array(z.object({ meetingId: MeetingId, on: CalendarDate, startsAt: z.string() }))
    .describe('Meetings that the unit hosts after that day: they are cancelled when it closes.'),
  actions: z
    .array(z.object({ actionId: ActionId, text: z.string(), owner: z.string().nullable(), dueOn: CalendarDate }))
    .describe(
      'Open actions of the unit and of its people that nobody answers for then: they are listed in `GET /orphans`.',
    ),
  roles: z
    .array(z.object({ personId: PersonId, name: z.string(), role: z.string() }))
    .describe('Roles at the unit that go on after that day.'),
  cancelled: z
    .array(
      z.object({
        meetingId: MeetingId,
        kind: MeetingKind,
        unitIds: z.array(UnitId),
        on: CalendarDate,
        startsAt: z.string(),
        place: z.string().nullable(),
      }),
    )
    .describe(
      'Coming meetings that were cancelled for a closure that no longer stands, in months in which the unit has no other: they can be planned again.',
    ),
  guests: z
    .array(z.object({ unitId: UnitId, name: z.string() }))
    .describe('Units that meet at this one after that day: they meet on their own from then on.'),
});
