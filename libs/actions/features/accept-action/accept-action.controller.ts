import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';

import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { AcceptAction } from './accept-action.command.js';

@Controller('actions')
export class AcceptActionController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/acceptance',
    right: 'action.report',
    of: 'action',
    summary: 'The responsible person says yes to the action.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new AcceptAction(actionId, asker, context));
  }
}
