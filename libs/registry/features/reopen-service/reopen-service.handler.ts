import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ServiceStreams } from '../../streams/registry.streams.js';
import { ReopenService } from './reopen-service.command.js';

@CommandHandler(ReopenService)
export class ReopenServiceHandler implements ICommandHandler<ReopenService> {
  constructor(private readonly services: ServiceStreams) {}

  execute({ serviceId, body, context }: ReopenService) {
    return this.services.run(serviceId, { type: 'ReopenService', ...body }, context);
  }
}
