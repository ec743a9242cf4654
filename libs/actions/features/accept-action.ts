import { Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ActionId, type PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ActionRule } from '../domain/action/action.refusals.js';
import { ActionStreams } from '../streams/action.streams.js';

export class AcceptAction extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AcceptAction)
export class AcceptActionHandler implements ICommandHandler<AcceptAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, asker, context }: AcceptAction) {
    return this.actions.run(
      actionId,
      { type: 'AcceptAction', by: asker.personId as PersonId, on: asker.today },
      context,
    );
  }
}

@Controller('actions')
export class AcceptActionController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/acceptance',
    right: 'action.report',
    of: 'action',
    summary: 'The responsible person says yes to the action.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new AcceptAction(actionId, asker, context));
  }
}
