import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { NoteProgress, NoteProgressBody } from './note-progress.command.js';

@Controller('actions')
export class NoteProgressController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/progress-notes',
    right: 'action.report',
    of: 'action',
    summary: 'Says how the action is going.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Body({ schema: NoteProgressBody }) body: z.infer<typeof NoteProgressBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new NoteProgress(actionId, body, asker, context));
  }
}
