import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PersonId } from '#platform/kernel';
import { ActionStreams } from '../../streams/action.streams.js';
import { AcceptAction } from './accept-action.command.js';

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
