import { Inject, Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { Role } from '#platform/identity';
import { CalendarDate, PersonId, CLOCK, dayOf, stableId, type Clock } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { RolePlace, type HeldRole } from '../contract/index.js';
import type { PersonRule } from '../domain/person/person.decider.js';
import { roleNeedsPlaceOn } from '../domain/person/role-place.js';
import { PersonStreams, ServiceStreams, ServiceUnitStreams, UnitStreams } from '../streams/registry.streams.js';

export const GiveRoleBody = RolePlace.extend({
  role: Role.describe(
    'The role; some are held at a unit, a service or a service unit, some in the whole municipality.',
  ),
  from: CalendarDate.describe('The first day of the role.'),
  to: CalendarDate.nullable().describe('The last day, where known.'),
});
export type GiveRoleBody = z.infer<typeof GiveRoleBody>;

/** Gives a person a role from a day on. */
export class GiveRole extends Command<Outcome<PersonRule>> {
  constructor(
    readonly personId: PersonId,
    readonly body: GiveRoleBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

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
      placeIsOpen: await this.placeIsOpen(body, context.tenant),
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

@Controller('people')
export class GiveRoleController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':personId/roles',
    right: 'registry.manage',
    needsConfirmation: true,
    summary: 'Give a person a role from a day on.',
  })
  handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Body({ schema: GiveRoleBody }) body: GiveRoleBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new GiveRole(personId, body, context));
  }
}
