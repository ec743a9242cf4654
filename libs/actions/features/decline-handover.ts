import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ActionId, refuse, type PersonId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { ActionRule } from '../domain/action/action.refusals.js';
import { ActionStreams } from '../streams/action.streams.js';
import { ActionSubjects } from '../streams/action.subjects.js';

export const DeclineHandoverBody = z.object({
  reason: requiredText(LONGEST.note).nullable().default(null).describe('Why; names no child.'),
});

export class DeclineHandover extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof DeclineHandoverBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DeclineHandover)
export class DeclineHandoverHandler implements ICommandHandler<DeclineHandover> {
  constructor(
    private readonly actions: ActionStreams,
    private readonly subjects: ActionSubjects,
  ) {}

  async execute({ actionId, body, asker, context }: DeclineHandover) {
    // A person who may not see the action does not learn that it exists.
    if (!(await this.subjects.mayAnswerOffer(asker, actionId, context.reads))) return refuse('NOT_FOUND');
    const by = asker.personId as PersonId;
    return this.actions.run(actionId, { type: 'DeclineHandover', ...body, by, on: asker.today }, context);
  }
}

@Controller('actions')
export class DeclineHandoverController {
  constructor(private readonly commands: CommandBus) {}

  /**
   * Not `of: 'action'`: before acceptance the action belongs to somebody else; the handler checks that it is offered to
   * the asker.
   */
  @CommandRoute({
    path: ':actionId/handover/refusal',
    right: 'action.report',
    summary: 'The person the action is offered to says no; it stays where it is.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Body({ schema: DeclineHandoverBody }) body: z.infer<typeof DeclineHandoverBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new DeclineHandover(actionId, body, asker, context));
  }
}
