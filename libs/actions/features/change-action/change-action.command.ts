import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { ActionId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import { ActionContent } from '#meetings/contract';
import type { ActionRule } from '../../domain/action/action.rules.js';

export const ChangeActionBody = z.object({
  changes: ActionContent.partial().describe('Only what is to be said otherwise.'),
  reason: z.string().trim().min(1).max(500).describe('Read by everyone who reads the action.'),
});

export class ChangeAction extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof ChangeActionBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
