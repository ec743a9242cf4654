import { Controller, Param } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { isRefused } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { IdentityRule } from '../domain/identity/identity.decider.js';
import { IdentityStreams } from '../streams/identity.streams.js';
import { WaitingPeople } from '../waiting/waiting-people.js';

/** Does not let in somebody who waits. What the provider told of them is removed. */
export class RefuseSignIn extends Command<Outcome<IdentityRule>> {
  constructor(
    readonly identityId: string,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RefuseSignIn)
export class RefuseSignInHandler implements ICommandHandler<RefuseSignIn> {
  constructor(
    private readonly identities: IdentityStreams,
    private readonly waiting: WaitingPeople,
  ) {}

  async execute({ identityId, asker: { tenant, today }, context }: RefuseSignIn) {
    const outcome = await this.identities.run(identityId, { type: 'RefuseSignIn', on: today }, context);
    if (!isRefused(outcome)) await this.waiting.remove(tenant, identityId);
    return outcome;
  }
}

@Controller('sign-ins')
export class RefuseSignInController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':identityId/refusal',
    right: 'registry.manage',
    summary: 'Does not let in somebody who waits; they may ask again on a later day.',
  })
  handle(
    @Param('identityId', { schema: z.uuid() }) identityId: string,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new RefuseSignIn(identityId, asker, context));
  }
}
