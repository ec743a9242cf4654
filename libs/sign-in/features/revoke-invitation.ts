import { Controller, Inject, Param } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { CLOCK, dayOf, PersonId, type Clock } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { InvitationRule } from '../domain/invitation/invitation.decider.js';
import { InvitationStreams } from '../streams/invitation.streams.js';

/** Ends the invitation link of a person. */
export class RevokeInvitation extends Command<Outcome<InvitationRule>> {
  constructor(
    readonly personId: PersonId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RevokeInvitation)
export class RevokeInvitationHandler implements ICommandHandler<RevokeInvitation> {
  constructor(
    private readonly invitations: InvitationStreams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ personId, context }: RevokeInvitation) {
    return this.invitations.run(personId, { type: 'RevokeInvitation', on: dayOf(this.clock.now()) }, context);
  }
}

@Controller('sign-ins/invitations')
export class RevokeInvitationController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'delete',
    path: ':personId',
    right: 'registry.manage',
    summary: 'Ends the invitation link of a person.',
  })
  handle(@Param('personId', { schema: PersonId }) personId: PersonId, @Commanded() context: CommandContext) {
    return this.commands.execute(new RevokeInvitation(personId, context));
  }
}
