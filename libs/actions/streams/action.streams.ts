import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { ActionEvent } from '../contract/index.js';
import type { ActionCommand } from '../domain/action/action.commands.js';
import { action } from '../domain/action/action.decider.js';
import type { ActionRule } from '../domain/action/action.refusals.js';
import type { Action } from '../domain/action/action.state.js';

/** `action-<id>`. */
@Injectable()
export class ActionStreams extends Streams<Action, ActionCommand, ActionEvent, ActionRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('action', action, store, catalog, clock);
  }
}
