import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import type { Paging } from '#platform/http';
import { may, type Asker } from '#platform/identity';
import { refuse } from '#platform/kernel';
import { withoutMerger } from '#platform/streams';
import { Directory } from '#registry/contract';
import type { MeetingEvent } from '../../contract/meeting.events.js';
import { reasonOf, sentenceOf } from './timeline.texts.js';

/** Events of a meeting in order, paged, with time and person. Read from the log itself. */
export class ReadTimeline extends Query<object> {
  constructor(
    readonly meetingId: string,
    readonly paging: Paging,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadTimeline)
export class ReadTimelineHandler implements IQueryHandler<ReadTimeline> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly catalog: EventCatalog,
    private readonly directory: Directory,
  ) {}

  async execute({ meetingId, paging: { page, size }, asker }: ReadTimeline) {
    const { tenant, language } = asker;
    const history = withoutMerger(await this.store.read(tenant, `meeting-${meetingId}`));
    if (history[0]?.tenant !== tenant) return refuse('MEETING_NOT_PLANNED');
    const shown = history.slice((page - 1) * size, page * size);
    const actors = shown.map(({ metadata }) => metadata.actor).filter((actor) => !actor.startsWith('system:'));
    const people = await this.directory.people(tenant, [...new Set(actors)]);
    const nameOf = new Map(people.map(({ personId, name }) => [personId, name]));
    const items = shown.map((stored) => {
      const { type, data } = this.catalog.decode(stored);
      const event = { type, data } as MeetingEvent;
      const { actor, occurredAt } = stored.metadata;
      const byPerson = !actor.startsWith('system:');
      return {
        event: type,
        revision: String(stored.revision),
        at: occurredAt,
        personId: byPerson ? actor : null,
        by: nameOf.get(actor) ?? null,
        what: sentenceOf(event, language, seesProtocol(asker, event)),
        reason: reasonOf(event),
      };
    });
    return { meetingId, items, total: history.length, page, size };
  }
}

/** Whether the asker may read the protocol that the event filed. */
const seesProtocol = (asker: Asker, { type, data }: MeetingEvent): boolean =>
  type === 'meetings.ProtocolFiled' &&
  may(asker, 'protocol.read', {
    unitIds: data.unitIds,
    participantIds: data.protocol.participants.flatMap(({ personId, deputyId }) =>
      [personId, deputyId].filter((id) => id !== null),
    ),
  });
