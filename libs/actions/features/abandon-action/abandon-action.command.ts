import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { ActionId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import { AbandonReason } from '#meetings/contract';
import type { ActionRule } from '../../domain/action/action.rules.js';

export const AbandonActionBody = z.object({
  reason: AbandonReason.exclude(['corrected']).describe('`corrected` comes by a correction of the protocol only.'),
  note: z.string().trim().min(1).max(500).nullable().default(null).describe('More about why; names no child.'),
});

export class AbandonAction extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof AbandonActionBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
