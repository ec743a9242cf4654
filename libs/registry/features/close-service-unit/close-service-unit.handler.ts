import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { addDays } from '#platform/kernel';
import { Directory, isClosedOn } from '../../contract/index.js';
import { ServiceUnitStreams } from '../../streams/registry.streams.js';
import { CloseServiceUnit } from './close-service-unit.command.js';

@CommandHandler(CloseServiceUnit)
export class CloseServiceUnitHandler implements ICommandHandler<CloseServiceUnit> {
  constructor(
    private readonly serviceUnits: ServiceUnitStreams,
    private readonly directory: Directory,
  ) {}

  async execute({ serviceUnitId, body, context }: CloseServiceUnit) {
    const services = await this.directory.services(context.municipality);
    const leadsOpenServices = services.some(
      (it) => it.serviceUnitId === serviceUnitId && !isClosedOn(it.closures, addDays(body.on, 1)),
    );
    return this.serviceUnits.run(serviceUnitId, { type: 'CloseServiceUnit', ...body, leadsOpenServices }, context);
  }
}
