import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ServiceUnitStreams } from '../../streams/registry.streams.js';
import { ReopenServiceUnit } from './reopen-service-unit.command.js';

@CommandHandler(ReopenServiceUnit)
export class ReopenServiceUnitHandler implements ICommandHandler<ReopenServiceUnit> {
  constructor(private readonly serviceUnits: ServiceUnitStreams) {}

  execute({ serviceUnitId, body, context }: ReopenServiceUnit) {
    return this.serviceUnits.run(serviceUnitId, { type: 'ReopenServiceUnit', ...body }, context);
  }
}
