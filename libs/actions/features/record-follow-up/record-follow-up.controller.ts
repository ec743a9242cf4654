import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { RecordFollowUp, RecordFollowUpBody } from './record-follow-up.command.js';

@Controller('actions')
export class RecordFollowUpController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/follow-ups',
    right: 'action.report',
    of: 'action',
    summary: 'The action was looked at again: on track, needs change, or done (which completes it).',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Body({ schema: RecordFollowUpBody }) body: z.infer<typeof RecordFollowUpBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new RecordFollowUp(actionId, body, asker, context));
  }
}
