import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { ChangeAction, ChangeActionBody } from './change-action.command.js';

@Controller('actions')
export class ChangeActionController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/changes',
    right: 'action.manage',
    of: 'action',
    summary: 'Changes what the action says; fields that are not sent stay as they are.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Body({ schema: ChangeActionBody }) body: z.infer<typeof ChangeActionBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ChangeAction(actionId, body, asker, context));
  }
}
