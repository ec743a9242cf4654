import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, type PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { PersonRule } from '../../domain/person/person.decider.js';

export const EndRoleBody = z.object({ on: CalendarDate.describe('The last day of the role.') });
export type EndRoleBody = z.infer<typeof EndRoleBody>;

/** Sets the last day of a role. */
export class EndRole extends Command<Outcome<PersonRule>> {
  constructor(
    readonly personId: PersonId,
    readonly roleId: string,
    readonly body: EndRoleBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
