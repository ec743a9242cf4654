import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { ActionContent } from '../contract/index.js';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ActionId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { ActionRule } from '../domain/action/action.refusals.js';
import { ActionStreams } from '../streams/action.streams.js';

export const ChangeActionBody = z.object({
  changes: ActionContent.partial().describe('Only what is to be said otherwise.'),
  reason: requiredText(LONGEST.note).describe('Read by everyone who reads the action.'),
});

export class ChangeAction extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof ChangeActionBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeAction)
export class ChangeActionHandler implements ICommandHandler<ChangeAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: ChangeAction) {
    return this.actions.run(actionId, { type: 'ChangeAction', ...body, meetingId: null, on: asker.today }, context);
  }
}

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
