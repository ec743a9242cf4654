import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { CLOCK, type Clock } from '#platform/kernel';
import { Streams } from '#platform/streams';
import type { OperatorEvent } from '../contract/index.js';
import { operator, type Operator, type PassOver } from '../domain/operator/operator.decider.js';

/** `operator-<municipality>`. */
@Injectable()
export class OperatorStreams extends Streams<Operator, PassOver, OperatorEvent, never> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('operator', operator, store, catalog, clock);
  }
}
