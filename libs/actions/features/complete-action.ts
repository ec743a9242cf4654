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

export const CompleteActionBody = z.object({
  note: requiredText(LONGEST.note).nullable().default(null).describe('What came of it; names no child.'),
});

export class CompleteAction extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof CompleteActionBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CompleteAction)
export class CompleteActionHandler implements ICommandHandler<CompleteAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: CompleteAction) {
    return this.actions.run(actionId, { type: 'CompleteAction', ...body, meetingId: null, on: asker.today }, context);
  }
}

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
