import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ServiceUnitStreams } from '../../streams/registry.streams.js';
import { WithdrawServiceUnitClosure } from './withdraw-service-unit-closure.command.js';

@CommandHandler(WithdrawServiceUnitClosure)
export class WithdrawServiceUnitClosureHandler implements ICommandHandler<WithdrawServiceUnitClosure> {
  constructor(private readonly serviceUnits: ServiceUnitStreams) {}

  execute({ serviceUnitId, context }: WithdrawServiceUnitClosure) {
    return this.serviceUnits.run(serviceUnitId, { type: 'WithdrawServiceUnitClosure' }, context);
  }
}
