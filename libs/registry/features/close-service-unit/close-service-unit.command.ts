import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, type ServiceUnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceUnitRule } from '../../domain/service-unit/service-unit.decider.js';

export const CloseServiceUnitBody = z.object({ on: CalendarDate.describe('The last day it is open.') });
export type CloseServiceUnitBody = z.infer<typeof CloseServiceUnitBody>;

/** Closes a service unit that no longer leads any service. */
export class CloseServiceUnit extends Command<Outcome<ServiceUnitRule>> {
  constructor(
    readonly serviceUnitId: ServiceUnitId,
    readonly body: CloseServiceUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
