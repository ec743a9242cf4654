import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuse, type PersonId } from '#platform/kernel';
import { ActionSubjects } from '../../streams/action.subjects.js';
import { ActionStreams } from '../../streams/action.streams.js';
import { DeclineHandover } from './decline-handover.command.js';

@CommandHandler(DeclineHandover)
export class DeclineHandoverHandler implements ICommandHandler<DeclineHandover> {
  constructor(
    private readonly actions: ActionStreams,
    private readonly subjects: ActionSubjects,
  ) {}

  async execute({ actionId, body, asker, context }: DeclineHandover) {
    // A person who may not see the action does not learn that it exists.
    if (!(await this.subjects.mayAnswerOffer(asker, actionId))) return refuse('NOT_FOUND');
    const by = asker.personId as PersonId;
    return this.actions.run(actionId, { type: 'DeclineHandover', ...body, by, on: asker.today }, context);
  }
}
