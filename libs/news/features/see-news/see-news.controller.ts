import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { SeeNews, SeeNewsBody } from './see-news.command.js';

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
