import { Controller } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { stableId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { FeedRule } from '../domain/feed/feed.decider.js';
import { FeedStreams } from '../streams/feed.streams.js';

/** Opens the asker's calendar feed, or gives it a new address. */
export class OpenFeed extends Command<Outcome<FeedRule>> {
  constructor(
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenFeed)
export class OpenFeedHandler implements ICommandHandler<OpenFeed> {
  constructor(private readonly feeds: FeedStreams) {}

  execute({ asker: { personId, today }, context }: OpenFeed) {
    const feedId = stableId('calendar feed', context.tenant, personId, context.commandId);
    return this.feeds.run(personId, { type: 'OpenFeed', feedId, on: today }, context);
  }
}

@Controller('calendar-feed')
export class OpenFeedController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    right: 'calendar.subscribe',
    summary: 'Opens your calendar subscription, or gives it a new address; the one before stops answering.',
  })
  handle(@Asked() asker: Asker, @Commanded() context: CommandContext) {
    return this.commands.execute(new OpenFeed(asker, context));
  }
}
