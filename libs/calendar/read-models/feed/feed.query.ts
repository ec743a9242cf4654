import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { SignedLinks, type Asker } from '#platform/identity';
import { FeedStreams } from '../../streams/feed.streams.js';
import { feedAddress } from '../../files/feed-address.js';

export const FeedAnswer = z.object({
  url: z.url().nullable().describe('The address for your calendar program; null where you have no subscription.'),
});
export type FeedAnswer = z.infer<typeof FeedAnswer>;

/** The asker's own calendar feed, read from its stream. */
export class ReadFeed extends Query<FeedAnswer> {
  constructor(readonly asker: Asker) {
    super();
  }
}

@QueryHandler(ReadFeed)
export class ReadFeedHandler implements IQueryHandler<ReadFeed> {
  constructor(
    private readonly feeds: FeedStreams,
    private readonly links: SignedLinks,
  ) {}

  async execute({ asker: { tenant, personId } }: ReadFeed): Promise<FeedAnswer> {
    const { state } = await this.feeds.load(personId, tenant);
    const { feedId } = state;
    return { url: feedId === null ? null : feedAddress(this.links, { tenant, personId, feedId }) };
  }
}
