import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, type UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../../domain/unit/unit.decider.js';
import { plainText } from '../plain-text.js';

export const ChangeObligationBody = z.object({
  obliged: z.boolean().describe('True: must meet every mandatory month.'),
  reason: plainText(500).nullable().describe('Why it is exempt; shown, never hidden.'),
  from: CalendarDate.describe('From this day on, until further notice.'),
});
export type ChangeObligationBody = z.infer<typeof ChangeObligationBody>;

/** Sets whether the unit must meet every mandatory month, from a day on. */
export class ChangeObligation extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: ChangeObligationBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
