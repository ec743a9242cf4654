import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { CLOCK, type Clock } from '#platform/kernel';
import { Streams } from '#platform/streams';
import type { OperatorEvent } from '../contract/index.js';
import type { OperatorCommand } from '../domain/operator/operator.commands.js';
import { operator, type OperatorRule } from '../domain/operator/operator.decider.js';
import type { Operator } from '../domain/operator/operator.state.js';

/** `operator-<municipality>`. */
@Injectable()
export class OperatorStreams extends Streams<Operator, OperatorCommand, OperatorEvent, OperatorRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('operator', operator, store, catalog, clock);
  }
}
