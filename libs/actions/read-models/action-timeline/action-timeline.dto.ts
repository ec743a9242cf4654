import { z } from 'zod';
import { CalendarDate, MeetingId } from '#platform/kernel';
import { pageOf } from '#platform/http';
import { NamedPerson } from '../action-list/action-list.dto.js';

export const TimelineEntry = z.object({
  revision: z.string().describe('Place in the history of this action, from 0.'),
  event: z.string().describe('What happened, as a code: `ActionAgreed`.'),
  on: CalendarDate.describe('The day it happened.'),
  recordedAt: z.iso.datetime().describe('When Samspill knew it.'),
  by: NamedPerson.nullable().describe('Who did it; null where it followed from a protocol.'),
  meetingId: MeetingId.nullable().describe('The meeting that decided it.'),
  text: z.string().describe('What happened, as a sentence in the language asked for.'),
  note: z.string().nullable().describe('What was written with it.'),
});
export type TimelineEntry = z.input<typeof TimelineEntry>;
export const Timeline = pageOf(TimelineEntry);
