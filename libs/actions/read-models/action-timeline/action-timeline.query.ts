import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import type { Page, Paging } from '#platform/http';
import { scopeOf, type Asker } from '#platform/identity';
import { withoutMerger } from '#platform/streams';
import { refuse, type ActionId, type Recorded, type Refused } from '#platform/kernel';
import { Directory } from '#registry/contract';
import type { ActionEvent } from '../../contract/index.js';
import { actionsWithin } from '../action-list/action-list.filter.js';
import type { TimelineEntry } from './action-timeline.dto.js';
import { peopleIn } from './action-timeline.sentences.js';
import { personWhoActed, timelineOf } from './action-timeline.js';

export class ReadTimeline extends Query<Page<TimelineEntry> | Refused<'NOT_FOUND'>> {
  constructor(
    readonly actionId: ActionId,
    readonly paging: Paging,
    readonly asker: Asker,
  ) {
    super();
  }
}

/** Reads the log itself; no other history is stored. */
@QueryHandler(ReadTimeline)
export class ReadTimelineHandler implements IQueryHandler<ReadTimeline> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
    private readonly catalog: EventCatalog,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ actionId, paging: { page, size }, asker }: ReadTimeline) {
    const { tenant, language } = asker;
    const mayRead = await this.readSide.in(tenant, (tables) =>
      actionsWithin(tables, scopeOf(asker, 'action.read')).andWhere('a.actionId = :actionId', { actionId }).getExists(),
    );
    if (!mayRead) return refuse('NOT_FOUND');
    const stored = withoutMerger(await this.store.read(tenant, `action-${actionId}`));
    const shown = stored
      .slice((page - 1) * size, page * size)
      .map((event) => this.catalog.decode(event) as Recorded<ActionEvent>);
    const ids = new Set(shown.flatMap((event) => [personWhoActed(event.metadata.actor) ?? [], peopleIn(event)].flat()));
    const people = await this.directory.people(tenant, [...ids]);
    const names = new Map(people.map(({ personId, name }) => [personId, name]));
    return { items: timelineOf(shown, names, language), total: stored.length, page, size };
  }
}
