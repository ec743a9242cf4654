import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { DeclineHandover, DeclineHandoverBody } from './decline-handover.command.js';

@Controller('actions')
export class DeclineHandoverController {
  constructor(private readonly commands: CommandBus) {}

  /**
   * Not `of: 'action'`: before acceptance the action belongs to somebody else; the handler checks that it is offered to
   * the asker.
   */
  @CommandRoute({
    path: ':actionId/handover/refusal',
    right: 'action.report',
    summary: 'The person the action is offered to says no; it stays where it is.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Body({ schema: DeclineHandoverBody }) body: z.infer<typeof DeclineHandoverBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new DeclineHandover(actionId, body, asker, context));
  }
}
