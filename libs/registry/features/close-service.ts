import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, ServiceId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceRule } from '../domain/service/service.decider.js';
import { ServiceStreams } from '../streams/registry.streams.js';

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

@CommandHandler(CloseService)
export class CloseServiceHandler implements ICommandHandler<CloseService> {
  constructor(private readonly services: ServiceStreams) {}

  execute({ serviceId, body, context }: CloseService) {
    return this.services.run(serviceId, { type: 'CloseService', ...body }, context);
  }
}

@Controller('services')
export class CloseServiceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceId/closure',
    right: 'registry.manage',
    summary: 'Close a support service; its history stays.',
  })
  handle(
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Body({ schema: CloseServiceBody }) body: CloseServiceBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new CloseService(serviceId, body, context));
  }
}
