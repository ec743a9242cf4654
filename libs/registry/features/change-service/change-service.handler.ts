import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ServiceStreams, ServiceUnitStreams } from '../../streams/registry.streams.js';
import { ChangeService } from './change-service.command.js';

@CommandHandler(ChangeService)
export class ChangeServiceHandler implements ICommandHandler<ChangeService> {
  constructor(
    private readonly services: ServiceStreams,
    private readonly serviceUnits: ServiceUnitStreams,
  ) {}

  async execute({ serviceId, body, context }: ChangeService) {
    const { serviceUnitId } = body;
    const serviceUnitIsOpen =
      serviceUnitId === null || (await this.serviceUnits.isOpenOn(serviceUnitId, context.municipality));
    return this.services.run(serviceId, { type: 'ChangeService', details: body, serviceUnitIsOpen }, context);
  }
}
