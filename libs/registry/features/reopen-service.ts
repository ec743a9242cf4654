import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, ServiceId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceRule } from '../domain/service/service.decider.js';
import { ServiceStreams } from '../streams/registry.streams.js';

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

@CommandHandler(ReopenService)
export class ReopenServiceHandler implements ICommandHandler<ReopenService> {
  constructor(private readonly services: ServiceStreams) {}

  execute({ serviceId, body, context }: ReopenService) {
    return this.services.run(serviceId, { type: 'ReopenService', ...body }, context);
  }
}

@Controller('services')
export class ReopenServiceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceId/reopening',
    right: 'registry.manage',
    summary: 'Open a closed support service again.',
  })
  handle(
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Body({ schema: ReopenServiceBody }) body: ReopenServiceBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ReopenService(serviceId, body, context));
  }
}
