import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ActionId, type PersonId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { ActionRule } from '../domain/action/action.refusals.js';
import { ActionStreams } from '../streams/action.streams.js';

export const DeclineActionBody = z.object({
  reason: requiredText(LONGEST.note).describe('Why; names no child.'),
});

/** The responsible person declines an action that a meeting agreed. */
export class DeclineAction extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof DeclineActionBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DeclineAction)
export class DeclineActionHandler implements ICommandHandler<DeclineAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: DeclineAction) {
    const by = asker.personId as PersonId;
    return this.actions.run(actionId, { type: 'DeclineAction', ...body, by, on: asker.today }, context);
  }
}

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
