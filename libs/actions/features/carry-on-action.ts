import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { CalendarDate, ActionId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { ActionRule } from '../domain/action/action.refusals.js';
import { ActionStreams } from '../streams/action.streams.js';

export const CarryOnActionBody = z.object({
  dueOn: CalendarDate.describe('Later than today and than the due date it has.'),
  followUpOn: CalendarDate.describe('When it will be looked at again.'),
  reason: requiredText(LONGEST.note).describe('Read by everyone who reads the action.'),
});

export class CarryOnAction extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof CarryOnActionBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CarryOnAction)
export class CarryOnActionHandler implements ICommandHandler<CarryOnAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: CarryOnAction) {
    return this.actions.run(actionId, { type: 'CarryOnAction', ...body, meetingId: null, on: asker.today }, context);
  }
}

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
