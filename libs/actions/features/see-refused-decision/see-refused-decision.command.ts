import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { RefusedDecisionRule } from '../../domain/refused-decision/refused-decision.decider.js';

export const SeeRefusedDecisionBody = z.strictObject({
  reason: z.string().trim().min(1).max(500).describe('Why protocol and action may differ; names no child.'),
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
