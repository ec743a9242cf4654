import { Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import { type Asker, reaches, scopeOf } from '#platform/identity';
import { ActionId, refuse, type PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ActionRule } from '../domain/action/action.refusals.js';
import { ActionStreams } from '../streams/action.streams.js';
import { ActionSubjects } from '../streams/action.subjects.js';

export class AcceptHandover extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AcceptHandover)
export class AcceptHandoverHandler implements ICommandHandler<AcceptHandover> {
  constructor(
    private readonly actions: ActionStreams,
    private readonly subjects: ActionSubjects,
  ) {}

  async execute({ actionId, asker, context }: AcceptHandover) {
    // A person who may not see the action does not learn that it exists.
    if (!(await this.subjects.mayAnswerOffer(asker, actionId, context.reads))) return refuse('NOT_FOUND');
    const by = asker.personId as PersonId;
    const receiver = {
      receiverIsActive: reaches(scopeOf(asker, 'action.report')),
      receiverServiceIds: asker.roles.flatMap(({ serviceIds = [] }) => serviceIds),
    };
    return this.actions.run(actionId, { type: 'AcceptHandover', by, on: asker.today, ...receiver }, context);
  }
}

@Controller('actions')
export class AcceptHandoverController {
  constructor(private readonly commands: CommandBus) {}

  /**
   * Not `of: 'action'`: before acceptance the action belongs to somebody else; the handler checks that it is offered to
   * the asker.
   */
  @CommandRoute({
    path: ':actionId/handover/acceptance',
    right: 'action.report',
    summary: 'The person the action is offered to takes it over.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new AcceptHandover(actionId, asker, context));
  }
}
