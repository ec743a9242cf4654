import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, type UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../../domain/unit/unit.decider.js';

export const ReopenUnitBody = z.object({ on: CalendarDate.describe('The first day it is open again.') });
export type ReopenUnitBody = z.infer<typeof ReopenUnitBody>;

/** Reopens a closed unit. */
export class ReopenUnit extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: ReopenUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
