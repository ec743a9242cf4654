import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';

import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { StartAction } from './start-action.command.js';

@Controller('actions')
export class StartActionController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/start',
    right: 'action.report',
    of: 'action',
    summary: 'The work on the action has begun.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new StartAction(actionId, asker, context));
  }
}
