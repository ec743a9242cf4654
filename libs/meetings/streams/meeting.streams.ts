import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { MeetingEvent } from '../contract/meeting.events.js';
import type { MeetingCommand } from '../domain/meeting/meeting.commands.js';
import { meeting, type MeetingRule } from '../domain/meeting/meeting.decider.js';
import type { Meeting } from '../domain/meeting/meeting.state.js';

/** `meeting-<id>`. */
@Injectable()
export class MeetingStreams extends Streams<Meeting, MeetingCommand, MeetingEvent, MeetingRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('meeting', meeting, store, catalog, clock);
  }
}
