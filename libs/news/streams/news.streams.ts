import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { NewsEvent } from '../contract/index.js';
import type { NewsCommand } from '../domain/news/news.commands.js';
import { news, type NewsRule } from '../domain/news/news.decider.js';
import type { SeenNews } from '../domain/news/news.state.js';

/** `news-<personId>`: confirmations of a person. */
@Injectable()
export class NewsStreams extends Streams<SeenNews, NewsCommand, NewsEvent, NewsRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('news', news, store, catalog, clock);
  }
}
