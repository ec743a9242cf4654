import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ActionStreams } from '../../streams/action.streams.js';
import { AbandonAction } from './abandon-action.command.js';

@CommandHandler(AbandonAction)
export class AbandonActionHandler implements ICommandHandler<AbandonAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: AbandonAction) {
    return this.actions.run(actionId, { type: 'AbandonAction', ...body, meetingId: null, on: asker.today }, context);
  }
}
