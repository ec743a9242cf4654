import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnitStreams } from '../../streams/registry.streams.js';
import { ReopenUnit } from './reopen-unit.command.js';

@CommandHandler(ReopenUnit)
export class ReopenUnitHandler implements ICommandHandler<ReopenUnit> {
  constructor(private readonly units: UnitStreams) {}

  execute({ unitId, body, context }: ReopenUnit) {
    return this.units.run(unitId, { type: 'ReopenUnit', ...body }, context);
  }
}
