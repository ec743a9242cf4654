import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, type ServiceId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceRule } from '../../domain/service/service.decider.js';

export const ReopenServiceBody = z.object({ on: CalendarDate.describe('The first day it is open again.') });
export type ReopenServiceBody = z.infer<typeof ReopenServiceBody>;

/** Reopens a closed service. */
export class ReopenService extends Command<Outcome<ServiceRule>> {
  constructor(
    readonly serviceId: ServiceId,
    readonly body: ReopenServiceBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
