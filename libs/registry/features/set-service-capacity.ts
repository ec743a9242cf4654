import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { MOST_MEETINGS_A_WEEK } from '../contract/limits/index.js';
import type { ServiceRule } from '../domain/service/service.decider.js';
import { ServiceStreams } from '../streams/registry.streams.js';

export const SetServiceCapacityBody = z.object({
  meetingsPerWeek: z
    .int()
    .min(1)
    .max(MOST_MEETINGS_A_WEEK)
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

@CommandHandler(SetServiceCapacity)
export class SetServiceCapacityHandler implements ICommandHandler<SetServiceCapacity> {
  constructor(private readonly services: ServiceStreams) {}

  execute({ serviceId, body, context }: SetServiceCapacity) {
    return this.services.run(serviceId, { type: 'SetServiceCapacity', ...body }, context);
  }
}

@Controller('services')
export class SetServiceCapacityController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceId/capacity',
    right: 'registry.manage',
    summary: 'Say how many meetings a week a support service can attend.',
  })
  handle(
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Body({ schema: SetServiceCapacityBody }) body: SetServiceCapacityBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new SetServiceCapacity(serviceId, body, context));
  }
}
