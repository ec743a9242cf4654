import { Command } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Role } from '#platform/identity';
import { CalendarDate, type PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { RolePlace } from '../../contract/index.js';
import type { PersonRule } from '../../domain/person/person.decider.js';

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
