import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ActionId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { ActionRule } from '../domain/action/action.refusals.js';
import { ActionStreams } from '../streams/action.streams.js';

export const NoteProgressBody = z.object({
  note: requiredText(LONGEST.note).describe('How it is going; names no child.'),
});

export class NoteProgress extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof NoteProgressBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(NoteProgress)
export class NoteProgressHandler implements ICommandHandler<NoteProgress> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: NoteProgress) {
    return this.actions.run(actionId, { type: 'NoteProgress', ...body, on: asker.today }, context);
  }
}

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
