import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnitStreams } from '../../streams/registry.streams.js';
import { CloseUnit } from './close-unit.command.js';

@CommandHandler(CloseUnit)
export class CloseUnitHandler implements ICommandHandler<CloseUnit> {
  constructor(private readonly units: UnitStreams) {}

  execute({ unitId, body, context }: CloseUnit) {
    return this.units.run(unitId, { type: 'CloseUnit', ...body }, context);
  }
}
