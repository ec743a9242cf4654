import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ServiceStreams } from '../../streams/registry.streams.js';
import { WithdrawServiceClosure } from './withdraw-service-closure.command.js';

@CommandHandler(WithdrawServiceClosure)
export class WithdrawServiceClosureHandler implements ICommandHandler<WithdrawServiceClosure> {
  constructor(private readonly services: ServiceStreams) {}

  execute({ serviceId, context }: WithdrawServiceClosure) {
    return this.services.run(serviceId, { type: 'WithdrawServiceClosure' }, context);
  }
}
