import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import { MeetingAnswer, MeetingFilters, MeetingPage } from './meeting.dto.js';
import { ListMeetings, ReadMeeting } from './meeting.query.js';

@Controller('meetings')
export class MeetingController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'meeting.read',
    summary: 'Meetings by unit, period, state and kind; oldest first, where nothing else is asked.',
    answer: MeetingPage,
  })
  list(@Query({ schema: MeetingFilters }) filters: MeetingFilters, @Asked() asker: Asker) {
    return this.queries.execute(new ListMeetings(filters, asker));
  }

  @QueryRoute({
    path: ':meetingId',
    right: 'meeting.read',
    of: 'meeting',
    summary: 'A meeting: when and where, whose, who is called, who took part.',
    answer: MeetingAnswer,
  })
  one(@Param('meetingId', { schema: MeetingId }) meetingId: MeetingId, @Asked() asker: Asker) {
    return this.queries.execute(new ReadMeeting(meetingId, asker));
  }
}
