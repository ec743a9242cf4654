import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { ActionId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ActionRule } from '../../domain/action/action.rules.js';

export const NoteProgressBody = z.object({
  note: z.string().trim().min(1).max(500).describe('How it is going; names no child.'),
});

export class NoteProgress extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof NoteProgressBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
