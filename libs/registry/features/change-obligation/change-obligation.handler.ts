import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnitStreams } from '../../streams/registry.streams.js';
import { ChangeObligation } from './change-obligation.command.js';

@CommandHandler(ChangeObligation)
export class ChangeObligationHandler implements ICommandHandler<ChangeObligation> {
  constructor(private readonly units: UnitStreams) {}

  execute({ unitId, body, context }: ChangeObligation) {
    return this.units.run(unitId, { type: 'ChangeObligation', ...body }, context);
  }
}
