import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnitStreams } from '../../streams/registry.streams.js';
import { UnassignService } from './unassign-service.command.js';

@CommandHandler(UnassignService)
export class UnassignServiceHandler implements ICommandHandler<UnassignService> {
  constructor(private readonly units: UnitStreams) {}

  execute({ unitId, serviceId, context }: UnassignService) {
    return this.units.run(unitId, { type: 'UnassignService', serviceId }, context);
  }
}
