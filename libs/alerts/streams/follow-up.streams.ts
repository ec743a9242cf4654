import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { FollowUpEvent } from '../contract/index.js';
import type { FollowUpCommand } from '../domain/follow-up/follow-up.commands.js';
import { followUp, type FollowUpRule } from '../domain/follow-up/follow-up.decider.js';
import type { FollowUp } from '../domain/follow-up/follow-up.state.js';

/** `followup-<unitId>`: reminders and calls to a unit. */
@Injectable()
export class FollowUpStreams extends Streams<FollowUp, FollowUpCommand, FollowUpEvent, FollowUpRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('followup', followUp, store, catalog, clock);
  }
}
