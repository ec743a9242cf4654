import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ServiceUnitId, stableId } from '#platform/kernel';
import { ServiceUnitStreams } from '../../streams/registry.streams.js';
import { RegisterServiceUnit } from './register-service-unit.command.js';

@CommandHandler(RegisterServiceUnit)
export class RegisterServiceUnitHandler implements ICommandHandler<RegisterServiceUnit> {
  constructor(private readonly serviceUnits: ServiceUnitStreams) {}

  execute({ body, context }: RegisterServiceUnit) {
    const serviceUnitId = ServiceUnitId.parse(stableId(context.commandId, 'service-unit'));
    return this.serviceUnits.run(serviceUnitId, { type: 'RegisterServiceUnit', serviceUnitId, ...body }, context);
  }
}
