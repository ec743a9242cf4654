import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, type ActionId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ActionRule } from '../../domain/action/action.rules.js';

export const CarryOnActionBody = z.object({
  dueOn: CalendarDate.describe('Later than today and than the due date it has.'),
  followUpOn: CalendarDate.describe('When it will be looked at again.'),
  reason: z.string().trim().min(1).max(500).describe('Read by everyone who reads the action.'),
});

export class CarryOnAction extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof CarryOnActionBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
