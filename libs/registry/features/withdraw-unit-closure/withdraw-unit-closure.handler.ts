import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnitStreams } from '../../streams/registry.streams.js';
import { WithdrawUnitClosure } from './withdraw-unit-closure.command.js';

@CommandHandler(WithdrawUnitClosure)
export class WithdrawUnitClosureHandler implements ICommandHandler<WithdrawUnitClosure> {
  constructor(private readonly units: UnitStreams) {}

  execute({ unitId, context }: WithdrawUnitClosure) {
    return this.units.run(unitId, { type: 'WithdrawUnitClosure' }, context);
  }
}
