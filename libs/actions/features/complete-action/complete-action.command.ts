import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { ActionId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ActionRule } from '../../domain/action/action.rules.js';

export const CompleteActionBody = z.object({
  note: z.string().trim().min(1).max(500).nullable().default(null).describe('What came of it; names no child.'),
});

export class CompleteAction extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof CompleteActionBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
