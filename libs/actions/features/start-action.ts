import { Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ActionId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ActionRule } from '../domain/action/action.refusals.js';
import { ActionStreams } from '../streams/action.streams.js';

export class StartAction extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(StartAction)
export class StartActionHandler implements ICommandHandler<StartAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, asker, context }: StartAction) {
    return this.actions.run(actionId, { type: 'StartAction', on: asker.today }, context);
  }
}

@Controller('actions')
export class StartActionController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/start',
    right: 'action.report',
    of: 'action',
    summary: 'The work on the action has begun.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new StartAction(actionId, asker, context));
  }
}
