import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { CarryOnAction, CarryOnActionBody } from './carry-on-action.command.js';

@Controller('actions')
export class CarryOnActionController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/extensions',
    right: 'action.manage',
    of: 'action',
    summary: 'Carries the action on with a later due date, a follow-up day and a reason.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Body({ schema: CarryOnActionBody }) body: z.infer<typeof CarryOnActionBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new CarryOnAction(actionId, body, asker, context));
  }
}
