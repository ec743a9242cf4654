import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, pageOf, Paging, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import { ReadTimeline } from './timeline.query.js';

export const TimelineAnswer = pageOf(
  z.object({
    event: z.string(),
    revision: z.string(),
    at: z.iso.datetime(),
    personId: z.string().nullable().describe('None where Samspill did it by itself.'),
    by: z.string().nullable(),
    what: z.string().describe('One sentence in the asker’s language.'),
    reason: z.string().nullable(),
  }),
).extend({ meetingId: MeetingId });

@Controller('meetings')
export class TimelineController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':meetingId/timeline',
    right: 'meeting.read',
    of: 'meeting',
    summary: 'The history of a meeting as readable sentences, oldest first.',
    answer: TimelineAnswer,
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Query({ schema: Paging }) paging: Paging,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ReadTimeline(meetingId, paging, asker));
  }
}
