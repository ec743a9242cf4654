import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ActionStreams } from '../../streams/action.streams.js';
import { RecordFollowUp } from './record-follow-up.command.js';

@CommandHandler(RecordFollowUp)
export class RecordFollowUpHandler implements ICommandHandler<RecordFollowUp> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: RecordFollowUp) {
    return this.actions.run(actionId, { type: 'RecordFollowUp', ...body, meetingId: null, on: asker.today }, context);
  }
}
