import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingNews } from '../../contract/index.js';
import { NewsStreams } from '../../streams/news.streams.js';
import { SeeNews } from './see-news.command.js';

@CommandHandler(SeeNews)
export class SeeNewsHandler implements ICommandHandler<SeeNews> {
  constructor(
    private readonly streams: NewsStreams,
    private readonly news: MeetingNews,
  ) {}

  /**
   * Stores confirmations of actual news only: a change that was undone meanwhile needs none, and unknown items leave no
   * trace.
   */
  async execute({ body, asker: { municipality, personId, today }, context }: SeeNews) {
    const standing = await this.news.of(municipality, personId, today);
    const items = body.items.filter(({ newsId, upTo }) =>
      standing.some((it) => it.newsId === newsId && it.eventIds.includes(upTo)),
    );
    return this.streams.run(personId, { type: 'SeeNews', items }, context);
  }
}
