import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reaches, scopeOf } from '#platform/identity';
import { refuse, type PersonId } from '#platform/kernel';
import { ActionSubjects } from '../../streams/action.subjects.js';
import { ActionStreams } from '../../streams/action.streams.js';
import { AcceptHandover } from './accept-handover.command.js';

@CommandHandler(AcceptHandover)
export class AcceptHandoverHandler implements ICommandHandler<AcceptHandover> {
  constructor(
    private readonly actions: ActionStreams,
    private readonly subjects: ActionSubjects,
  ) {}

  async execute({ actionId, asker, context }: AcceptHandover) {
    // A person who may not see the action does not learn that it exists.
    if (!(await this.subjects.mayAnswerOffer(asker, actionId))) return refuse('NOT_FOUND');
    const by = asker.personId as PersonId;
    const receiver = {
      receiverIsActive: reaches(scopeOf(asker, 'action.report')),
      receiverServiceIds: asker.roles.flatMap(({ serviceIds = [] }) => serviceIds),
    };
    return this.actions.run(actionId, { type: 'AcceptHandover', by, on: asker.today, ...receiver }, context);
  }
}
