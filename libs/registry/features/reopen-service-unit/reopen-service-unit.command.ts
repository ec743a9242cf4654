import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, type ServiceUnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceUnitRule } from '../../domain/service-unit/service-unit.decider.js';

export const ReopenServiceUnitBody = z.object({ on: CalendarDate.describe('The first day it is open again.') });
export type ReopenServiceUnitBody = z.infer<typeof ReopenServiceUnitBody>;

/** Reopens a closed service unit. */
export class ReopenServiceUnit extends Command<Outcome<ServiceUnitRule>> {
  constructor(
    readonly serviceUnitId: ServiceUnitId,
    readonly body: ReopenServiceUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
