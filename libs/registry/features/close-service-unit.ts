import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, ServiceUnitId, addDays } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Directory, isClosedOn } from '../contract/index.js';
import type { ServiceUnitRule } from '../domain/service-unit/service-unit.decider.js';
import { ServiceUnitStreams } from '../streams/registry.streams.js';

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

@CommandHandler(CloseServiceUnit)
export class CloseServiceUnitHandler implements ICommandHandler<CloseServiceUnit> {
  constructor(
    private readonly serviceUnits: ServiceUnitStreams,
    private readonly directory: Directory,
  ) {}

  async execute({ serviceUnitId, body, context }: CloseServiceUnit) {
    const services = await this.directory.services(context.tenant);
    const leadsOpenServices = services.some(
      (it) => it.serviceUnitId === serviceUnitId && !isClosedOn(it.closures, addDays(body.on, 1)),
    );
    return this.serviceUnits.run(serviceUnitId, { type: 'CloseServiceUnit', ...body, leadsOpenServices }, context);
  }
}

@Controller('service-units')
export class CloseServiceUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceUnitId/closure',
    right: 'registry.manage',
    summary: 'Close a unit that no longer leads any support service.',
  })
  handle(
    @Param('serviceUnitId', { schema: ServiceUnitId }) serviceUnitId: ServiceUnitId,
    @Body({ schema: CloseServiceUnitBody }) body: CloseServiceUnitBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new CloseServiceUnit(serviceUnitId, body, context));
  }
}
