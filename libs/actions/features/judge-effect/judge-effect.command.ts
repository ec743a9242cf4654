import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { ActionId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import { Effect } from '../../contract/index.js';
import type { ActionRule } from '../../domain/action/action.rules.js';

export const JudgeEffectBody = z.object({
  effect: Effect,
  note: z.string().trim().min(1).max(500).nullable().default(null).describe('Why; names no child.'),
});

export class JudgeEffect extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof JudgeEffectBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
