import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { refuse, type Recorded, type Refused } from '#platform/kernel';
import { withoutMerger } from '#platform/streams';
import { Directory, type ServiceEvent, type ServiceUnitEvent, type UnitEvent } from '../../contract/index.js';
import { closureChanges } from './closure-changes.js';
import type { ClosureHistory } from './closure-history.dto.js';

export class ReadClosureHistory extends Query<ClosureHistory | Refused<'NOT_FOUND'>> {
  constructor(
    readonly tenant: string,
    /** `unit-<unitId>`, `service-<serviceId>` or `serviceunit-<serviceUnitId>`. */
    readonly stream: string,
  ) {
    super();
  }
}

/** Reads the log itself; no other history is stored. */
@QueryHandler(ReadClosureHistory)
export class ReadClosureHistoryHandler implements IQueryHandler<ReadClosureHistory> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly catalog: EventCatalog,
    private readonly directory: Directory,
  ) {}

  async execute({ tenant, stream }: ReadClosureHistory) {
    const stored = withoutMerger(await this.store.read(tenant, stream));
    if (stored[0]?.tenant !== tenant) return refuse('NOT_FOUND');
    const changes = closureChanges(
      stored.map((event) => this.catalog.decode(event) as Recorded<UnitEvent | ServiceEvent | ServiceUnitEvent>),
    );
    const actors = changes.map(({ event }) => event.metadata.actor).filter((actor) => !actor.startsWith('system:'));
    const people = actors.length === 0 ? [] : await this.directory.people(tenant, [...new Set(actors)]);
    const nameOf = new Map(people.map(({ personId, name }) => [personId, name]));
    return {
      items: changes.map(({ change, day, reason, event: { revision, metadata } }) => ({
        revision: String(revision),
        at: metadata.occurredAt,
        by: nameOf.get(metadata.actor) ?? null,
        change,
        day,
        reason,
      })),
    };
  }
}
