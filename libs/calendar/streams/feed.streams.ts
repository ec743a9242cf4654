import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { FeedEvent } from '../contract/index.js';
import type { FeedCommand } from '../domain/feed/feed.commands.js';
import { feed, type FeedRule } from '../domain/feed/feed.decider.js';
import type { Feed } from '../domain/feed/feed.state.js';

/** `calendarfeed-<personId>`. */
@Injectable()
export class FeedStreams extends Streams<Feed, FeedCommand, FeedEvent, FeedRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('calendarfeed', feed, store, catalog, clock);
  }
}
