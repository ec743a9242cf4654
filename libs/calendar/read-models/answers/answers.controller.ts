import { Controller, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import { MeetingAnswers, ReadAnswers } from './answers.query.js';

@Controller('meetings')
export class AnswersController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':meetingId/answers',
    right: 'meeting.read',
    of: 'meeting',
    answer: MeetingAnswers,
    summary: 'Who says that they come, of those who are called, by the answers of their calendars.',
  })
  read(@Param('meetingId', { schema: MeetingId }) meetingId: MeetingId, @Asked() asker: Asker) {
    return this.queries.execute(new ReadAnswers(meetingId, asker));
  }
}
