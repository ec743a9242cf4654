import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, type ActionId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import { FollowUpOutcome } from '../../contract/index.js';
import type { ActionRule } from '../../domain/action/action.rules.js';

export const RecordFollowUpBody = z.object({
  outcome: FollowUpOutcome,
  note: z.string().trim().min(1).max(500).nullable().default(null).describe('What was seen; names no child.'),
  nextFollowUpOn: CalendarDate.nullable()
    .default(null)
    .describe('When it will be looked at again; needed unless it is done.'),
});

export class RecordFollowUp extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof RecordFollowUpBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
