import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';

import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { AcceptHandover } from './accept-handover.command.js';

@Controller('actions')
export class AcceptHandoverController {
  constructor(private readonly commands: CommandBus) {}

  /**
   * Not `of: 'action'`: before acceptance the action belongs to somebody else; the handler checks that it is offered to
   * the asker.
   */
  @CommandRoute({
    path: ':actionId/handover/acceptance',
    right: 'action.report',
    summary: 'The person the action is offered to takes it over.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new AcceptHandover(actionId, asker, context));
  }
}
