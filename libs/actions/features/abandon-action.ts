import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { AbandonReason } from '../contract/index.js';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ActionId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { ActionRule } from '../domain/action/action.refusals.js';
import { ActionStreams } from '../streams/action.streams.js';

export const AbandonActionBody = z.object({
  reason: AbandonReason.exclude(['corrected']).describe('`corrected` comes by a correction of the protocol only.'),
  note: requiredText(LONGEST.note).nullable().default(null).describe('More about why; names no child.'),
});

export class AbandonAction extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof AbandonActionBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AbandonAction)
export class AbandonActionHandler implements ICommandHandler<AbandonAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: AbandonAction) {
    return this.actions.run(actionId, { type: 'AbandonAction', ...body, meetingId: null, on: asker.today }, context);
  }
}

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
