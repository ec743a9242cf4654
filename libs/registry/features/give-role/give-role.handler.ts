import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK, dayOf, stableId, type Clock } from '#platform/kernel';
import type { HeldRole, RolePlace } from '../../contract/index.js';
import { roleNeedsPlaceOn } from '../../domain/person/role-place.js';
import { PersonStreams, ServiceStreams, ServiceUnitStreams, UnitStreams } from '../../streams/registry.streams.js';
import { GiveRole } from './give-role.command.js';

@CommandHandler(GiveRole)
export class GiveRoleHandler implements ICommandHandler<GiveRole> {
  constructor(
    private readonly people: PersonStreams,
    private readonly services: ServiceStreams,
    private readonly serviceUnits: ServiceUnitStreams,
    private readonly units: UnitStreams,
    @Inject(CLOCK) private readonly clock: Clock,
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

  private async placeIsOpen(
    { unitId, serviceId, serviceUnitId, ...role }: RolePlace & Pick<HeldRole, 'from' | 'to'>,
    of: string,
  ): Promise<boolean> {
    const day = roleNeedsPlaceOn(role, dayOf(this.clock.now()));
    if (unitId !== null && !(await this.units.isOpenOn(unitId, of, day))) return false;
    if (serviceId !== null && !(await this.services.isOpenOn(serviceId, of, day))) return false;
    return serviceUnitId === null || (await this.serviceUnits.isOpenOn(serviceUnitId, of, day));
  }
}
