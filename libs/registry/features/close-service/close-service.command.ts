import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, type ServiceId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceRule } from '../../domain/service/service.decider.js';

export const CloseServiceBody = z.object({ on: CalendarDate.describe('The last day it is open.') });
export type CloseServiceBody = z.infer<typeof CloseServiceBody>;

/** Closes the service; its history is kept. */
export class CloseService extends Command<Outcome<ServiceRule>> {
  constructor(
    readonly serviceId: ServiceId,
    readonly body: CloseServiceBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
