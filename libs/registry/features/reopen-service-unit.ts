import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, ServiceUnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceUnitRule } from '../domain/service-unit/service-unit.decider.js';
import { ServiceUnitStreams } from '../streams/registry.streams.js';

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

@CommandHandler(ReopenServiceUnit)
export class ReopenServiceUnitHandler implements ICommandHandler<ReopenServiceUnit> {
  constructor(private readonly serviceUnits: ServiceUnitStreams) {}

  execute({ serviceUnitId, body, context }: ReopenServiceUnit) {
    return this.serviceUnits.run(serviceUnitId, { type: 'ReopenServiceUnit', ...body }, context);
  }
}

@Controller('service-units')
export class ReopenServiceUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceUnitId/reopening',
    right: 'registry.manage',
    summary: 'Open a closed service unit again.',
  })
  handle(
    @Param('serviceUnitId', { schema: ServiceUnitId }) serviceUnitId: ServiceUnitId,
    @Body({ schema: ReopenServiceUnitBody }) body: ReopenServiceUnitBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ReopenServiceUnit(serviceUnitId, body, context));
  }
}
