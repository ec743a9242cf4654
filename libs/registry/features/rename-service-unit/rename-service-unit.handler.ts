import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ServiceUnitStreams } from '../../streams/registry.streams.js';
import { RenameServiceUnit } from './rename-service-unit.command.js';

@CommandHandler(RenameServiceUnit)
export class RenameServiceUnitHandler implements ICommandHandler<RenameServiceUnit> {
  constructor(private readonly serviceUnits: ServiceUnitStreams) {}

  execute({ serviceUnitId, body, context }: RenameServiceUnit) {
    return this.serviceUnits.run(serviceUnitId, { type: 'RenameServiceUnit', ...body }, context);
  }
}
