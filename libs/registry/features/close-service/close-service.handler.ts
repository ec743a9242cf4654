import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ServiceStreams } from '../../streams/registry.streams.js';
import { CloseService } from './close-service.command.js';

@CommandHandler(CloseService)
export class CloseServiceHandler implements ICommandHandler<CloseService> {
  constructor(private readonly services: ServiceStreams) {}

  execute({ serviceId, body, context }: CloseService) {
    return this.services.run(serviceId, { type: 'CloseService', ...body }, context);
  }
}
