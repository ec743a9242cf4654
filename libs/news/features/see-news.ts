import { Body, Controller } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import { ReadNews, MeetingNews } from '../contract/index.js';
import { NewsStreams } from '../streams/news.streams.js';

export const SeeNewsBody = z.strictObject({
  items: z
    .array(z.strictObject(ReadNews.shape))
    .min(1)
    .max(2000)
    .describe(
      'Each piece of news with `upTo` as it was read. What came later stays news; what is none is passed over.',
    ),
});
export type SeeNewsBody = z.infer<typeof SeeNewsBody>;

/** Confirms one news item, or all that were shown. */
export class SeeNews extends Command<Outcome<never>> {
  constructor(
    readonly body: SeeNewsBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

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
  async execute({ body, asker: { tenant, personId, today }, context }: SeeNews) {
    const currentNews = await this.news.of(tenant, personId, today);
    const items = body.items.filter(({ newsId, upTo }) =>
      currentNews.some((it) => it.newsId === newsId && it.eventIds.includes(upTo)),
    );
    return this.streams.run(personId, { type: 'SeeNews', items }, context);
  }
}

@Controller('news')
export class SeeNewsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: 'seen',
    right: 'news.read',
    summary: 'Confirms that you know: one piece of news, or all that you were shown.',
  })
  handle(
    @Body({ schema: SeeNewsBody }) body: SeeNewsBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new SeeNews(body, asker, context));
  }
}
