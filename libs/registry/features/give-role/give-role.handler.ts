import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { stableId } from '#platform/kernel';
import { type RolePlace } from '../../contract/index.js';
import { PersonStreams, ServiceStreams, ServiceUnitStreams, UnitStreams } from '../../streams/registry.streams.js';
import { GiveRole } from './give-role.command.js';

@CommandHandler(GiveRole)
export class GiveRoleHandler implements ICommandHandler<GiveRole> {
  constructor(
    private readonly people: PersonStreams,
    private readonly services: ServiceStreams,
    private readonly serviceUnits: ServiceUnitStreams,
    private readonly units: UnitStreams,
  ) {}

  async execute({ personId, body, context }: GiveRole) {
    const command = {
      type: 'GiveRole',
      ...body,
      roleId: stableId(context.commandId, 'role'),
      placeIsOpen: await this.placeIsOpen(body, context.municipality),
    } as const;
    return this.people.run(personId, command, context);
  }

  private async placeIsOpen({ unitId, serviceId, serviceUnitId }: RolePlace, of: string): Promise<boolean> {
    if (unitId !== null && !(await this.units.isOpen(unitId, of))) return false;
    if (serviceId !== null && !(await this.services.isOpen(serviceId, of))) return false;
    return serviceUnitId === null || (await this.serviceUnits.isOpen(serviceUnitId, of));
  }
}
