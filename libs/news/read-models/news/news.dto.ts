import { z } from 'zod';
import { CalendarDate, MeetingId, TimeOfDay, UnitId } from '#platform/kernel';
import { MeetingKind } from '#meetings/contract';
import { NewsId } from '../../contract/index.js';

const Appointment = z.object({ on: CalendarDate, startsAt: TimeOfDay, place: z.string().nullable() });
const NewsItem = z.object({
  newsId: NewsId.describe('The same for as long as it is about the same meeting, or the same year’s plan.'),
  upTo: z.uuid().describe('The last event it tells of: confirm it with this, and what comes later is news again.'),
  at: z.iso.datetime(),
  by: z.array(z.string()).describe('Names of those who did it, the last first; none where it was the system itself.'),
  units: z
    .array(z.object({ unitId: UnitId, name: z.string() }))
    .describe('Whose meeting it is; of a plan at most three of those that concern you.'),
});

export const ChangedMeetingDto = NewsItem.extend({
  about: z.literal('meeting'),
  meetingId: MeetingId,
  kind: MeetingKind,
  urgent: z.boolean(),
  what: z.enum(['called', 'moved', 'postponed', 'relocated', 'cancelled']),
  before: Appointment.nullable().describe('As you last knew it; null where you did not know of it.'),
  after: Appointment.nullable().describe('As it stands now; null where it is cancelled.'),
  reason: z.string().nullable(),
  mayOpen: z.boolean().describe('Whether you may open the meeting.'),
});
export const PublishedPlanDto = NewsItem.extend({
  about: z.literal('plan'),
  schoolYear: z.int(),
  unitCount: z.int(),
  meetings: z.int(),
  only: z
    .object({ meetingId: MeetingId, on: CalendarDate, startsAt: TimeOfDay })
    .nullable()
    .describe('The meeting, where there is one alone.'),
});
export const NewsAnswer = z.object({
  items: z
    .array(z.discriminatedUnion('about', [ChangedMeetingDto, PublishedPlanDto]))
    .describe('The newest first; one piece a meeting, however often it was changed, and one a year’s plan.'),
});
export type NewsAnswer = z.input<typeof NewsAnswer>;
