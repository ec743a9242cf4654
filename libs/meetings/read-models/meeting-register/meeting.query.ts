import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Page } from '#platform/http';
import { scopeOf, type Asker } from '#platform/identity';
import { refuse, type Refused } from '#platform/kernel';
import { answerOf, itemOf, type MeetingFilters } from './meeting.dto.js';
import { MeetingLists } from './meeting-lists.js';

/** Meetings within the asker's reach, oldest first. */
export class ListMeetings extends Query<Page<ReturnType<typeof itemOf>>> {
  constructor(
    readonly filters: MeetingFilters,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListMeetings)
export class ListMeetingsHandler implements IQueryHandler<ListMeetings> {
  constructor(private readonly meetings: MeetingLists) {}

  async execute({ filters: { page, size, mine, ...filter }, asker }: ListMeetings) {
    const reach = await this.meetings.reachOf(asker.municipality, scopeOf(asker, 'meeting.read'));
    const wanted = { ...filter, ...(mine === 'true' && { participantId: asker.personId }) };
    const found = await this.meetings.list(asker.municipality, reach, wanted, { page, size });
    return { ...found, items: found.items.map(itemOf) };
  }
}

/** One meeting's header. */
export class ReadMeeting extends Query<ReturnType<typeof answerOf> | Refused> {
  constructor(
    readonly meetingId: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadMeeting)
export class ReadMeetingHandler implements IQueryHandler<ReadMeeting> {
  constructor(private readonly meetings: MeetingLists) {}

  async execute({ meetingId, asker }: ReadMeeting) {
    const row = await this.meetings.one(asker.municipality, meetingId);
    return row ? answerOf(row) : refuse('MEETING_NOT_PLANNED');
  }
}
