import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { CalendarDate, ActionId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { FollowUpOutcome } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';
import type { ActionRule } from '../domain/action/action.refusals.js';
import { ActionStreams } from '../streams/action.streams.js';

export const RecordFollowUpBody = z.object({
  outcome: FollowUpOutcome,
  note: requiredText(LONGEST.note).nullable().default(null).describe('What was seen; names no child.'),
  nextFollowUpOn: CalendarDate.nullable()
    .default(null)
    .describe('When it will be looked at again; needed unless it is done.'),
});

export class RecordFollowUp extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof RecordFollowUpBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordFollowUp)
export class RecordFollowUpHandler implements ICommandHandler<RecordFollowUp> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: RecordFollowUp) {
    return this.actions.run(actionId, { type: 'RecordFollowUp', ...body, meetingId: null, on: asker.today }, context);
  }
}

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
