import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { DeclineAction, DeclineActionBody } from './decline-action.command.js';

@Controller('actions')
export class DeclineActionController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/refusal',
    right: 'action.report',
    of: 'action',
    summary: 'The responsible person says no; the action stays with them until it is handed over or abandoned.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Body({ schema: DeclineActionBody }) body: z.infer<typeof DeclineActionBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new DeclineAction(actionId, body, asker, context));
  }
}
