import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PersonId } from '#platform/kernel';
import { ActionStreams } from '../../streams/action.streams.js';
import { DeclineAction } from './decline-action.command.js';

@CommandHandler(DeclineAction)
export class DeclineActionHandler implements ICommandHandler<DeclineAction> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: DeclineAction) {
    const by = asker.personId as PersonId;
    return this.actions.run(actionId, { type: 'DeclineAction', ...body, by, on: asker.today }, context);
  }
}
