import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { RefusedDecisionEvent } from '../contract/index.js';
import type { RefusedDecisionCommand } from '../domain/refused-decision/refused-decision.commands.js';
import { refusedDecision, type RefusedDecisionRule } from '../domain/refused-decision/refused-decision.decider.js';
import type { RefusedDecision } from '../domain/refused-decision/refused-decision.state.js';

/** `refuseddecision-<refusalId>`. */
@Injectable()
export class RefusedDecisionStreams extends Streams<
  RefusedDecision,
  RefusedDecisionCommand,
  RefusedDecisionEvent,
  RefusedDecisionRule
> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('refuseddecision', refusedDecision, store, catalog, clock);
  }
}
