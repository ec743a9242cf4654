import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, type UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../../domain/unit/unit.decider.js';
import { filledText } from '../plain-text.js';

export const CloseUnitBody = z.object({
  on: CalendarDate.describe('The last day it is open.'),
  reason: filledText(500).describe('Why it closes.'),
});
export type CloseUnitBody = z.infer<typeof CloseUnitBody>;

/** Closes the unit; its history is kept. */
export class CloseUnit extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: CloseUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
