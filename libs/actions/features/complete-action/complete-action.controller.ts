import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { CompleteAction, CompleteActionBody } from './complete-action.command.js';

@Controller('actions')
export class CompleteActionController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/completion',
    right: 'action.report',
    of: 'action',
    summary: 'The action is done; its effect is judged later.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Body({ schema: CompleteActionBody }) body: z.infer<typeof CompleteActionBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new CompleteAction(actionId, body, asker, context));
  }
}
