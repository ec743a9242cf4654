import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PersonId } from '#platform/kernel';
import { RefusedDecisionStreams } from '../../streams/refused-decision.streams.js';
import { SeeRefusedDecision } from './see-refused-decision.command.js';

@CommandHandler(SeeRefusedDecision)
export class SeeRefusedDecisionHandler implements ICommandHandler<SeeRefusedDecision> {
  constructor(private readonly refusedDecisions: RefusedDecisionStreams) {}

  execute({ refusalId, body: { reason }, asker, context }: SeeRefusedDecision) {
    const by = asker.personId as PersonId;
    return this.refusedDecisions.run(refusalId, { type: 'SeeRefusal', by, on: asker.today, reason }, context);
  }
}
