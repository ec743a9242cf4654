import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ActionStreams } from '../../streams/action.streams.js';
import { ChangeAction } from './change-action.command.js';

@CommandHandler(ChangeAction)
export class ChangeActionHandler implements ICommandHandler<ChangeAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: ChangeAction) {
    return this.actions.run(actionId, { type: 'ChangeAction', ...body, meetingId: null, on: asker.today }, context);
  }
}
