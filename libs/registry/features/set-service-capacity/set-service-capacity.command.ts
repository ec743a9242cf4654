import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { ServiceId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceRule } from '../../domain/service/service.decider.js';

export const SetServiceCapacityBody = z.object({
  meetingsPerWeek: z
    .int()
    .min(1)
    .max(500)
    .nullable()
    .describe('How many meetings a week the service can attend; null: as many as its members can.'),
});
export type SetServiceCapacityBody = z.infer<typeof SetServiceCapacityBody>;

/** Sets how many meetings per week the service can attend; the year's plan shows the weeks that need more. */
export class SetServiceCapacity extends Command<Outcome<ServiceRule>> {
  constructor(
    readonly serviceId: ServiceId,
    readonly body: SetServiceCapacityBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
