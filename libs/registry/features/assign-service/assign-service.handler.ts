import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PersonStreams, ServiceStreams, UnitStreams } from '../../streams/registry.streams.js';
import { AssignService } from './assign-service.command.js';

@CommandHandler(AssignService)
export class AssignServiceHandler implements ICommandHandler<AssignService> {
  constructor(
    private readonly units: UnitStreams,
    private readonly people: PersonStreams,
    private readonly services: ServiceStreams,
  ) {}

  async execute({ unitId, serviceId, body, context, today }: AssignService) {
    const { contactId } = body;
    const of = context.municipality;
    const [serviceIsOpen, active] = await Promise.all([
      this.services.isOpenOn(serviceId, of, today),
      this.people.activeOn(today, contactId === null ? [] : [contactId], of),
    ]);
    const contactIsActive = contactId === null || active.has(contactId);
    const command = { type: 'AssignService', serviceId, ...body, serviceIsOpen, contactIsActive } as const;
    return this.units.run(unitId, command, context);
  }
}
