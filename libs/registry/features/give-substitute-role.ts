import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, PersonId, refuse, stableId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { RolePlace } from '../contract/index.js';
import type { PersonRule } from '../domain/person/person.decider.js';
import { isSameRole } from '../domain/person/role-place.js';
import { PersonStreams } from '../streams/registry.streams.js';

export const GiveSubstituteRoleBody = z.strictObject({
  substituteId: PersonId.describe('Who stands in.'),
  from: CalendarDate.describe('The first day.'),
  to: CalendarDate.describe('The last day.'),
});
export type GiveSubstituteRoleBody = z.infer<typeof GiveSubstituteRoleBody>;

/** Lets another person stand in for a person in a role, for a time (ADR 0350). */
export class GiveSubstituteRole extends Command<Outcome<PersonRule>> {
  constructor(
    readonly personId: PersonId,
    readonly roleId: string,
    readonly body: GiveSubstituteRoleBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GiveSubstituteRole)
export class GiveSubstituteRoleHandler implements ICommandHandler<GiveSubstituteRole> {
  constructor(private readonly people: PersonStreams) {}

  async execute({ personId, roleId, body, context }: GiveSubstituteRole): Promise<Outcome<PersonRule>> {
    const { state } = await this.people.load(personId, context.tenant);
    if (state.status === 'not-registered') return refuse('NOT_FOUND');
    const absent = state.roles.find((role) => role.roleId === roleId && role.standsInFor === undefined);
    if (!absent) return refuse('ROLE_UNKNOWN');
    const { role, unitId, serviceId, serviceUnitId } = absent;
    return this.people.run(
      body.substituteId,
      {
        type: 'GiveSubstituteRole',
        roleId: stableId(context.commandId, 'role'),
        role,
        ...RolePlace.parse({ unitId, serviceId, serviceUnitId }),
        from: body.from,
        to: body.to,
        standsInFor: personId,
        heldByAbsent: state.roles.filter((it) => isSameRole(it, absent) && it.standsInFor === undefined),
        isAbsent: body.substituteId === personId,
      },
      context,
    );
  }
}

@Controller('people')
export class GiveSubstituteRoleController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':personId/roles/:roleId/substitutes',
    right: 'registry.manage',
    needsConfirmation: true,
    summary: 'Let another person stand in for a person in a role, from a day to a day.',
  })
  handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Param('roleId', { schema: z.uuid() }) roleId: string,
    @Body({ schema: GiveSubstituteRoleBody }) body: GiveSubstituteRoleBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new GiveSubstituteRole(personId, roleId, body, context));
  }
}
