import { Body, Controller, Inject, Param } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, CLOCK, dayOf, PersonId, type Clock } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { PersonRule } from '../domain/person/person.decider.js';
import { EndingRoles } from '../streams/ending-roles.js';

export const LeaveBody = z.object({ on: CalendarDate.describe('The last day at work in the municipality.') });
export type LeaveBody = z.infer<typeof LeaveBody>;

/** Ends every role of a person on a day, in one decision. */
export class Leave extends Command<Outcome<PersonRule>> {
  constructor(
    readonly personId: PersonId,
    readonly body: LeaveBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(Leave)
export class LeaveHandler implements ICommandHandler<Leave> {
  constructor(
    private readonly ending: EndingRoles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ personId, body: { on }, context }: Leave) {
    const today = dayOf(this.clock.now());
    return this.ending.run(personId, on, (heldByOthers) => ({ type: 'Leave', on, today, heldByOthers }), context);
  }
}

@Controller('people')
export class LeaveController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':personId/leaving',
    right: 'registry.manage',
    needsConfirmation: true,
    summary: 'Set the last day of a person who leaves: all roles end that day.',
  })
  handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Body({ schema: LeaveBody }) body: LeaveBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new Leave(personId, body, context));
  }
}
