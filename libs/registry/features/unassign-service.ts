import { Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceId, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../domain/unit/unit.decider.js';
import { UnitStreams } from '../streams/registry.streams.js';

/** Ends the service's assignment to the unit. */
export class UnassignService extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly serviceId: ServiceId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(UnassignService)
export class UnassignServiceHandler implements ICommandHandler<UnassignService> {
  constructor(private readonly units: UnitStreams) {}

  execute({ unitId, serviceId, context }: UnassignService) {
    return this.units.run(unitId, { type: 'UnassignService', serviceId }, context);
  }
}

@Controller('units')
export class UnassignServiceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'delete',
    path: ':unitId/services/:serviceId',
    right: 'registry.manage',
    summary: 'End that a support service serves a unit.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new UnassignService(unitId, serviceId, context));
  }
}
