import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { AbandonAction, AbandonActionBody } from './abandon-action.command.js';

@Controller('actions')
export class AbandonActionController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/abandonment',
    right: 'action.manage',
    of: 'action',
    summary: 'Ends the action without it being done, with a coded reason.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Body({ schema: AbandonActionBody }) body: z.infer<typeof AbandonActionBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new AbandonAction(actionId, body, asker, context));
  }
}
