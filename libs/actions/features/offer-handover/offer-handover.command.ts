import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { PersonId, ServiceId, type ActionId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ActionRule } from '../../domain/action/action.rules.js';

export const OfferHandoverBody = z.object({
  to: PersonId.describe('Who is asked to take the action over; the one who has it keeps it until they accept.'),
  toServiceId: ServiceId.nullable()
    .optional()
    .describe('The service they will answer for; not sent: the one they work in, where it is one.'),
  reason: z.string().trim().min(1).max(500).nullable().default(null).describe('Why; names no child.'),
});

export class OfferHandover extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof OfferHandoverBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
