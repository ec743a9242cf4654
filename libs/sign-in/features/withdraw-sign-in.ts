import { Controller, Param } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import { Sessions, type Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { IdentityRule } from '../domain/identity/identity.decider.js';
import { IdentityStreams } from '../streams/identity.streams.js';

/** Ends an approval, and the person's sessions: the identity no longer signs in as the person. */
export class WithdrawSignIn extends Command<Outcome<IdentityRule>> {
  constructor(
    readonly identityId: string,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawSignIn)
export class WithdrawSignInHandler implements ICommandHandler<WithdrawSignIn> {
  constructor(
    private readonly identities: IdentityStreams,
    private readonly sessions: Sessions,
  ) {}

  async execute({ identityId, asker: { tenant, today }, context }: WithdrawSignIn) {
    const { state } = await this.identities.load(identityId, tenant);
    const endSessions = async () => {
      if (state.status === 'approved') await this.sessions.endAll({ tenant, personId: state.personId });
    };
    // Before, so that a crash leaves no session behind; and after, for one that began in between.
    await endSessions();
    const outcome = await this.identities.run(identityId, { type: 'WithdrawSignIn', on: today }, context);
    await endSessions();
    return outcome;
  }
}

@Controller('sign-ins')
export class WithdrawSignInController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'delete',
    path: ':identityId/approval',
    right: 'registry.manage',
    needsConfirmation: true,
    summary: 'Ends the approval of a sign-in: the identity no longer signs in as the person.',
  })
  handle(
    @Param('identityId', { schema: z.uuid() }) identityId: string,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new WithdrawSignIn(identityId, asker, context));
  }
}
