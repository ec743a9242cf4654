import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ActionStreams } from '../../streams/action.streams.js';
import { CompleteAction } from './complete-action.command.js';

@CommandHandler(CompleteAction)
export class CompleteActionHandler implements ICommandHandler<CompleteAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: CompleteAction) {
    return this.actions.run(actionId, { type: 'CompleteAction', ...body, meetingId: null, on: asker.today }, context);
  }
}
