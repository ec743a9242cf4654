import { Controller, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import { ReadTimeline } from './timeline.query.js';

export const TimelineAnswer = z.object({
  meetingId: MeetingId,
  items: z.array(
    z.object({
      event: z.string(),
      revision: z.string(),
      at: z.iso.datetime(),
      personId: z.string().nullable().describe('None where Samspill did it by itself.'),
      by: z.string().nullable(),
      what: z.string().describe('One sentence in the asker’s language.'),
      reason: z.string().nullable(),
    }),
  ),
});

@Controller('meetings')
export class TimelineController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':meetingId/timeline',
    right: 'meeting.read',
    of: 'meeting',
    summary: 'The history of a meeting as readable sentences.',
    answer: TimelineAnswer,
  })
  handle(@Param('meetingId', { schema: MeetingId }) meetingId: MeetingId, @Asked() asker: Asker) {
    return this.queries.execute(new ReadTimeline(meetingId, asker));
  }
}
