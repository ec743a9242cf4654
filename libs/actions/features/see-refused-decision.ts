import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { requiredText, type PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { RefusedDecisionRule } from '../domain/refused-decision/refused-decision.decider.js';
import { RefusedDecisionStreams } from '../streams/refused-decision.streams.js';

export const SeeRefusedDecisionBody = z.strictObject({
  reason: requiredText(LONGEST.note).describe('Why protocol and action may differ; names no child.'),
});

export class SeeRefusedDecision extends Command<Outcome<RefusedDecisionRule>> {
  constructor(
    readonly refusalId: string,
    readonly body: z.infer<typeof SeeRefusedDecisionBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SeeRefusedDecision)
export class SeeRefusedDecisionHandler implements ICommandHandler<SeeRefusedDecision> {
  constructor(private readonly refusedDecisions: RefusedDecisionStreams) {}

  execute({ refusalId, body: { reason }, asker, context }: SeeRefusedDecision) {
    const by = asker.personId as PersonId;
    return this.refusedDecisions.run(refusalId, { type: 'SeeRefusal', by, on: asker.today, reason }, context);
  }
}

@Controller('refused-decisions')
export class SeeRefusedDecisionController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':refusalId/seen',
    right: 'follow-up.write',
    summary: 'Lets a difference between protocol and action stand, with a reason.',
  })
  handle(
    @Param('refusalId', { schema: z.uuid() }) refusalId: string,
    @Body({ schema: SeeRefusedDecisionBody }) body: z.infer<typeof SeeRefusedDecisionBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new SeeRefusedDecision(refusalId, body, asker, context));
  }
}
