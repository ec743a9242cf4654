import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { CLOCK, type Clock } from '#platform/kernel';
import { Streams } from '#platform/streams';
import type { PublicationEvent } from '../contract/publication.events.js';
import type { PublicationCommand } from '../domain/publication/publication.commands.js';
import { publication, type PublicationRule } from '../domain/publication/publication.decider.js';
import type { Published } from '../domain/publication/publication.state.js';

/** `publication-<key of the period>`. */
@Injectable()
export class PublicationStreams extends Streams<Published, PublicationCommand, PublicationEvent, PublicationRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('publication', publication, store, catalog, clock);
  }
}
