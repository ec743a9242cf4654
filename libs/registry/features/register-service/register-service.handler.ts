import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ServiceId, stableId } from '#platform/kernel';
import { ServiceStreams, ServiceUnitStreams } from '../../streams/registry.streams.js';
import { RegisterService } from './register-service.command.js';

@CommandHandler(RegisterService)
export class RegisterServiceHandler implements ICommandHandler<RegisterService> {
  constructor(
    private readonly services: ServiceStreams,
    private readonly serviceUnits: ServiceUnitStreams,
  ) {}

  async execute({ body, context }: RegisterService) {
    const { serviceUnitId } = body;
    const serviceId = ServiceId.parse(stableId(context.commandId, 'service'));
    const serviceUnitIsOpen =
      serviceUnitId === null || (await this.serviceUnits.isOpenOn(serviceUnitId, context.municipality));
    const command = { type: 'RegisterService', serviceId, details: body, serviceUnitIsOpen } as const;
    return this.services.run(serviceId, command, context);
  }
}
