import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnitStreams } from '../../streams/registry.streams.js';
import { ChangeUnitDetails } from './change-unit-details.command.js';

@CommandHandler(ChangeUnitDetails)
export class ChangeUnitDetailsHandler implements ICommandHandler<ChangeUnitDetails> {
  constructor(private readonly units: UnitStreams) {}

  execute({ unitId, body, context }: ChangeUnitDetails) {
    return this.units.run(unitId, { type: 'ChangeUnitDetails', details: body }, context);
  }
}
