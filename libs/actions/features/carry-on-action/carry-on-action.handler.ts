import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ActionStreams } from '../../streams/action.streams.js';
import { CarryOnAction } from './carry-on-action.command.js';

@CommandHandler(CarryOnAction)
export class CarryOnActionHandler implements ICommandHandler<CarryOnAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: CarryOnAction) {
    return this.actions.run(actionId, { type: 'CarryOnAction', ...body, meetingId: null, on: asker.today }, context);
  }
}
