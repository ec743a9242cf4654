import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ServiceStreams } from '../../streams/registry.streams.js';
import { SetServiceCapacity } from './set-service-capacity.command.js';

@CommandHandler(SetServiceCapacity)
export class SetServiceCapacityHandler implements ICommandHandler<SetServiceCapacity> {
  constructor(private readonly services: ServiceStreams) {}

  execute({ serviceId, body, context }: SetServiceCapacity) {
    return this.services.run(serviceId, { type: 'SetServiceCapacity', ...body }, context);
  }
}
