import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ActionStreams } from '../../streams/action.streams.js';
import { StartAction } from './start-action.command.js';

@CommandHandler(StartAction)
export class StartActionHandler implements ICommandHandler<StartAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, asker, context }: StartAction) {
    return this.actions.run(actionId, { type: 'StartAction', on: asker.today }, context);
  }
}
