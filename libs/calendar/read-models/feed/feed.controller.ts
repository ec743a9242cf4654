import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { FeedAnswer, ReadFeed } from './feed.query.js';

@Controller('calendar-feed')
export class FeedController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'calendar.subscribe',
    answer: FeedAnswer,
    summary: 'The address of your calendar subscription, if you have one.',
  })
  read(@Asked() asker: Asker) {
    return this.queries.execute(new ReadFeed(asker));
  }
}
