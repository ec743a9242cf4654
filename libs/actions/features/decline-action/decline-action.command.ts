import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { ActionId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ActionRule } from '../../domain/action/action.rules.js';

export const DeclineActionBody = z.object({
  reason: z.string().trim().min(1).max(500).describe('Why; names no child.'),
});

/** The responsible person declines an action that a meeting agreed. */
export class DeclineAction extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof DeclineActionBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
