import { Controller } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { FeedRule } from '../domain/feed/feed.decider.js';
import { FeedStreams } from '../streams/feed.streams.js';

/** Ends the asker's calendar feed: its address answers no longer. */
export class RevokeFeed extends Command<Outcome<FeedRule>> {
  constructor(
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RevokeFeed)
export class RevokeFeedHandler implements ICommandHandler<RevokeFeed> {
  constructor(private readonly feeds: FeedStreams) {}

  execute({ asker: { personId, today }, context }: RevokeFeed) {
    return this.feeds.run(personId, { type: 'RevokeFeed', on: today }, context);
  }
}

@Controller('calendar-feed')
export class RevokeFeedController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'delete',
    right: 'calendar.subscribe',
    summary: 'Ends your calendar subscription: its address stops answering at once.',
  })
  handle(@Asked() asker: Asker, @Commanded() context: CommandContext) {
    return this.commands.execute(new RevokeFeed(asker, context));
  }
}
