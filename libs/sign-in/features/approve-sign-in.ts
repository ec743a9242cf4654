import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { isRefused, PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Directory } from '#registry/contract';
import type { IdentityRule } from '../domain/identity/identity.decider.js';
import { IdentityStreams } from '../streams/identity.streams.js';
import { WaitingPeople } from '../waiting/waiting-people.js';

export const ApproveSignInBody = z.object({
  personId: PersonId.describe('The person of the register who it is.'),
});

/** Says who somebody is who signed in at the provider: from now on they sign in as this person. */
export class ApproveSignIn extends Command<Outcome<IdentityRule>> {
  constructor(
    readonly identityId: string,
    readonly personId: PersonId,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ApproveSignIn)
export class ApproveSignInHandler implements ICommandHandler<ApproveSignIn> {
  constructor(
    private readonly identities: IdentityStreams,
    private readonly directory: Directory,
    private readonly waiting: WaitingPeople,
  ) {}

  async execute({ identityId, personId, asker: { tenant, today }, context }: ApproveSignIn) {
    const [person] = await this.directory.people(tenant, [personId]);
    const holdsRole = person?.roles.some(({ to }) => to === null || to >= today) ?? false;
    const outcome = await this.identities.run(
      identityId,
      { type: 'ApproveSignIn', personId, holdsRole, on: today },
      context,
    );
    if (!isRefused(outcome)) await this.waiting.remove(tenant, identityId);
    return outcome;
  }
}

@Controller('sign-ins')
export class ApproveSignInController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':identityId/approval',
    right: 'registry.manage',
    needsConfirmation: true,
    summary: 'Lets somebody who waits sign in as a person of the register.',
  })
  handle(
    @Param('identityId', { schema: z.uuid() }) identityId: string,
    @Body({ schema: ApproveSignInBody }) { personId }: z.infer<typeof ApproveSignInBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ApproveSignIn(identityId, personId, asker, context));
  }
}
